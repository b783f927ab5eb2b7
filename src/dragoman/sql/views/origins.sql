-- Purpose: where each report's words come from: the first report of its chain of copies, and the house behind that.
-- Grain: one row per report.
-- Needs: copies, parts.reports.
WITH outlets AS (
  SELECT DISTINCT
    outlet AS name,
    lower(list_aggregate(list_transform(string_split(outlet, ' '), lambda word: word[1]), 'string_agg', '')) AS initials
  FROM parts.reports
  WHERE outlet IS NOT NULL
),
-- "DPB" is the Deccan Press Bureau where one outlet alone has these initials.
short AS (
  SELECT initials, any_value(name) AS name FROM outlets WHERE len(initials) > 2 GROUP BY initials HAVING count(*) = 1
)
SELECT
  reports.id AS report,
  coalesce(copies.origin, reports.id) AS origin,
  coalesce(
    short.name, first.upstream, first.outlet, first.dateline_agency, coalesce(copies.origin, reports.id)
  ) AS house,
  copies.relation,
  coalesce(copies.credit, FALSE) AS credit
FROM parts.reports AS reports
LEFT JOIN copies ON copies.report = reports.id
JOIN parts.reports AS first ON first.id = coalesce(copies.origin, reports.id)
LEFT JOIN short ON short.initials = lower(coalesce(first.upstream, first.outlet, first.dateline_agency))
