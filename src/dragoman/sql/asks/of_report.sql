-- Purpose: the facts of the report whose file goes by a name in the order of its text.
-- Grain: one row per fact.
-- Needs: facts, parts.reports, parts.raws.
SELECT facts.id, facts.fact, facts.title
FROM facts
JOIN parts.reports AS reports ON reports.id = facts.report
JOIN parts.raws AS raws ON raws.id = reports.raw
WHERE ends_with(raws.uri, $uri)
ORDER BY facts.start, facts.fact, facts.id
LIMIT $most
