-- Purpose: the facts of a report in the order of its text.
-- Grain: one row per fact.
-- Needs: facts.
SELECT id, fact, kind, day, who, what, words, outlet, published, title, report, start, "end"
FROM facts
WHERE report = $id
ORDER BY start, fact, id
