"""The event model: its sentences, its training, its file."""
