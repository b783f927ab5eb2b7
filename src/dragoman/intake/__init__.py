"""What people have as input, opened: files, folders, archives, tables, feeds, addresses, standard input.

Nothing is written and nothing is judged but whether it can be opened: whatever cannot becomes a
refusal with its reason, and the rest goes on.
"""

from dragoman.intake.opening import open_all
from dragoman.intake.sources import Limits

__all__ = ["Limits", "open_all"]
