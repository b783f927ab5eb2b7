-- Purpose: the reports that came last, by the day they state, then those that state none.
-- Grain: one row per report.
-- Needs: parts.reports, leaves.
WITH counted AS (
  SELECT report, count(*) AS facts FROM leaves GROUP BY report
)
SELECT reports.id, reports.title, reports.outlet, reports.published, coalesce(counted.facts, 0) AS facts
FROM parts.reports AS reports
LEFT JOIN counted ON counted.report = reports.id
ORDER BY reports.published_from DESC NULLS LAST, facts DESC, reports.id
LIMIT $most
