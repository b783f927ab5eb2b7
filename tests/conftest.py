"""What holds for all tests: properties are tried on the same examples each time."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("house")
