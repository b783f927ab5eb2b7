-- Purpose: the reports that came last, by the day they state, then those that state none.
-- Grain: one row per report.
-- Needs: parts.reports, facts.
SELECT reports.id, any_value(reports.title) AS title, any_value(reports.outlet) AS outlet, any_value(reports.published) AS published, count(facts.id) AS facts
FROM parts.reports AS reports
LEFT JOIN facts ON facts.report = reports.id
GROUP BY reports.id
ORDER BY any_value(reports.published_from) DESC NULLS LAST, count(facts.id) DESC, reports.id
LIMIT $most
