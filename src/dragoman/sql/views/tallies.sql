-- Purpose: what the facts of the busiest can be narrowed by, counted.
-- Grain: one row per entity, stretch of the ledger and shape, outlet, scene or other entity, the others null.
-- Needs: takings, busiest, sieve.
WITH sifted AS MATERIALIZED (
  SELECT takings.entity, sieve.shape, sieve.outlet_said, sieve.scene, sieve.involved
  FROM takings
  SEMI JOIN busiest ON busiest.entity = takings.entity
  JOIN sieve ON sieve.place = takings.place
  WHERE
    takings.reach != 'alone' AND (takings.does OR takings.has_done)
    AND takings.place > coalesce(getvariable('after'), 0) AND takings.place <= coalesce(getvariable('up_to'), 2147483647)
    AND sieve.place > coalesce(getvariable('after'), 0) AND sieve.place <= coalesce(getvariable('up_to'), 2147483647)
)
SELECT entity, shape, NULL::VARCHAR AS outlet, NULL::VARCHAR AS scene, NULL::INTEGER AS code, count(*) AS count
FROM sifted
GROUP BY entity, shape
UNION ALL
SELECT entity, NULL, outlet_said, NULL, NULL, count(*) FROM sifted GROUP BY entity, outlet_said
UNION ALL
SELECT entity, NULL, NULL, scene, NULL, count(*) FROM sifted WHERE scene IS NOT NULL GROUP BY entity, scene
UNION ALL
SELECT entity, NULL, NULL, NULL, code, count(*) FROM (SELECT entity, unnest(involved) AS code FROM sifted) GROUP BY entity, code
