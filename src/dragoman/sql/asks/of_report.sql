-- Purpose: the facts of one report in the order of its text.
-- Grain: one row per fact.
-- Needs: facts, parts.reports.
SELECT facts.id, facts.fact, facts.title
FROM facts
JOIN parts.reports AS reports ON reports.id = facts.report
WHERE ends_with(reports.uri, $uri)
ORDER BY facts.start, facts.fact, facts.id
LIMIT $most
