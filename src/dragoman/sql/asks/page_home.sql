-- Purpose: how much of each sort a record holds, for the first page.
-- Grain: one row per sort that it holds any of.
-- Needs: parts.reports, sieve, shapes, entities, copies, parts.refusals.
WITH counted AS (
  SELECT shapes.fact, shapes.lane, count(*) AS count FROM sieve JOIN shapes ON shapes.shape = sieve.shape GROUP BY ALL
)
SELECT 'reports' AS sort, count(*) AS count FROM reports HAVING count(*) > 0
UNION ALL
SELECT fact || 's', CAST(sum(count) AS BIGINT) FROM counted GROUP BY fact
UNION ALL
SELECT 'meetings', CAST(sum(count) AS BIGINT) FROM counted WHERE lane = 'meetings' HAVING count(*) > 0
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
