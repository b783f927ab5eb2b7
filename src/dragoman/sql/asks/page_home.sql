-- Purpose: how much of each sort a record holds, for the first page.
-- Grain: one row per sort that it holds any of.
-- Needs: parts.reports, facts, meetings, entities, copies, parts.refusals.
SELECT 'reports' AS sort, count(*) AS count FROM reports HAVING count(*) > 0
UNION ALL
SELECT fact || 's', count(*) FROM facts GROUP BY fact
UNION ALL
SELECT 'meetings', count(*) FROM meetings HAVING count(*) > 0
UNION ALL
SELECT 'people', count(*) FROM entities WHERE kind = 'person' HAVING count(*) > 0
UNION ALL
SELECT 'states', count(*) FROM entities WHERE kind = 'state' HAVING count(*) > 0
UNION ALL
SELECT 'bodies', count(*) FROM entities WHERE kind = 'body' HAVING count(*) > 0
UNION ALL
SELECT 'copies', count(*) FROM copies HAVING count(*) > 0
UNION ALL
SELECT 'refusals', count(*) FROM refusals HAVING count(*) > 0
ORDER BY sort
