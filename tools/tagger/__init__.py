"""Makes the shipped tagger of names and attributions again, from annotated news to int8 weights."""
