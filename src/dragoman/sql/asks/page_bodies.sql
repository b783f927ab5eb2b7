-- Purpose: the bodies of which a record tells standings or offices.
-- Grain: one row per body.
-- Needs: entities, stood, held.
SELECT
  bodies.id, bodies.name, bodies.reports, count(DISTINCT stood.id) AS standings, count(DISTINCT stood.party_id) AS parties,
  (SELECT count(*) FROM held WHERE held.body_id = bodies.id) AS offices
FROM entities AS bodies
LEFT JOIN stood ON stood.body_id = bodies.id
WHERE bodies.kind = 'body'
GROUP BY bodies.id, bodies.name, bodies.reports
HAVING count(DISTINCT stood.id) > 0 OR offices > 0
ORDER BY standings DESC, offices DESC, bodies.reports DESC, bodies.id
