-- Purpose: a copy and its origin with the words they tell, by the first letters of its id or the end of its address.
-- Grain: one row per copy that goes by it.
-- Needs: copies, parts.reports, parts.zones.
WITH told AS (
  SELECT report, list({'start': start, 'end': "end"} ORDER BY start) AS spans
  FROM parts.zones
  WHERE kind IN ('title', 'dateline', 'story')
  GROUP BY report
)
SELECT
  copies.report AS id,
  copies.origin,
  copies.relation,
  mine.text,
  theirs.text AS origin_text,
  coalesce(here.spans, []) AS told,
  coalesce(there.spans, []) AS origin_told
FROM copies
JOIN parts.reports AS mine ON mine.id = copies.report
JOIN parts.reports AS theirs ON theirs.id = copies.origin
LEFT JOIN told AS here ON here.report = copies.report
LEFT JOIN told AS there ON there.report = copies.origin
WHERE starts_with(copies.report, $row) OR ends_with(mine.uri, $row)
ORDER BY id
LIMIT 2
