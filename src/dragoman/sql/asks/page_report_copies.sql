-- Purpose: the copies of a report, and those of its origin.
-- Grain: one row per report of the family but the one asked about.
-- Needs: copies, parts.reports.
WITH family AS (
  SELECT coalesce((SELECT origin FROM copies WHERE report = $id), $id) AS origin
)
SELECT reports.id, reports.title, reports.outlet, reports.published, copies.origin, copies.relation, copies.similarity, copies.credit
FROM parts.reports AS reports
LEFT JOIN copies ON copies.report = reports.id
JOIN family ON family.origin = copies.origin OR family.origin = reports.id
WHERE reports.id != $id
ORDER BY copies.origin IS NOT NULL, copies.similarity DESC, reports.id
