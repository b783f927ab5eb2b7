"""Words into rows: pure functions over one report's text, callable with no record at all."""
