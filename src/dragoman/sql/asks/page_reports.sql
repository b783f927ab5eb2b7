-- Purpose: the reports of an outlet or a period.
-- Grain: one row per report, newest first; `count` is of all that fit.
-- Needs: parts.reports, leaves, copies.
WITH fitting AS MATERIALIZED (
  SELECT reports.id, reports.title, reports.outlet, reports.published, reports.published_from, copies.origin, copies.relation, count(*) OVER () AS count
  FROM parts.reports AS reports
  LEFT JOIN copies ON copies.report = reports.id
  WHERE
    ($outlet IS NULL OR coalesce(reports.outlet, 'not stated') = $outlet)
    AND ($period IS NULL OR starts_with(coalesce(reports.published, 'not stated'), $period))
    AND ($kind IS NULL OR if(copies.report IS NULL, 'origin', 'copy') = $kind)
  ORDER BY reports.published_from DESC NULLS LAST, reports.outlet NULLS LAST, reports.id
  LIMIT $most
),
counted AS (
  SELECT leaves.report, count(*) AS facts FROM leaves JOIN fitting ON fitting.id = leaves.report GROUP BY leaves.report
)
SELECT fitting.*, coalesce(counted.facts, 0) AS facts
FROM fitting
LEFT JOIN counted ON counted.report = fitting.id
ORDER BY published_from DESC NULLS LAST, outlet NULLS LAST, id
