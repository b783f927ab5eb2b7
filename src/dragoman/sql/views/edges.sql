-- Purpose: where the sentences of each report begin and end.
-- Grain: one row per report that was parsed.
-- Needs: parts.parses.
SELECT
  report,
  list_transform(sentences, lambda one: starts[one.start + 1]) AS firsts,
  list_transform(sentences, lambda one: ends[one."end"]) AS lasts
FROM parts.parses
