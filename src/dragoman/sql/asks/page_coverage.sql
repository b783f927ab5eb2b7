-- Purpose: how many reports each outlet has in each year or month, and how many of them are copies.
-- Grain: one row per outlet and period; a report that states no outlet or day counts under `not stated`.
-- Needs: parts.reports, copies.
SELECT
  coalesce(reports.outlet, 'not stated') AS outlet,
  coalesce(left(reports.published, $letters), 'not stated') AS period,
  count(*) AS reports,
  count(copies.report) AS copies
FROM parts.reports AS reports
LEFT JOIN copies ON copies.report = reports.id
GROUP BY ALL
ORDER BY outlet, period
