-- Purpose: how many acts some events are, told by how many reports, from how many origins.
-- Grain: one row.
-- Needs: clusters, origins, parts.events.
SELECT
  count(DISTINCT clusters.happening) AS acts,
  count(DISTINCT events.report) AS reports,
  count(DISTINCT origins.house) AS origins
FROM parts.events AS events
JOIN clusters ON clusters.act = events.id
JOIN origins ON origins.report = events.report
WHERE events.id IN (SELECT unnest($events))
HAVING count(*) > 0
