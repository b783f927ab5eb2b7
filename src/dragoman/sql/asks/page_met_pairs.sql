-- Purpose: who met whom: those named, or the states they act for.
-- Grain: one row per pair, those that met in most stories first; copies of one story count once.
-- Needs: met.
SELECT
  "left", min(left_name) AS left_name, "right", min(right_name) AS right_name, count(*) AS meetings, count(DISTINCT story) AS stories
FROM met
WHERE
  sort = $kind
  AND ($since IS NULL OR until >= CAST($since AS DATE))
  AND ($until IS NULL OR since <= CAST($until AS DATE))
GROUP BY "left", "right"
ORDER BY stories DESC, meetings DESC, left_name, right_name, "left", "right"
LIMIT $most
