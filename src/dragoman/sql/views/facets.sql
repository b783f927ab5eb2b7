-- Purpose: what the facts of the busiest can be narrowed by, as the page of facts shows it.
-- Grain: one row per entity, facet and value; of who else takes part the twelve most named of each kind.
-- Needs: tallies, traits, coded.
WITH counted AS (
  SELECT tallies.entity, traits.facet, traits.value, CAST(sum(tallies.count) AS BIGINT) AS count
  FROM tallies
  JOIN traits ON traits.shape = tallies.shape
  GROUP BY tallies.entity, traits.facet, traits.value
  UNION ALL
  SELECT entity, 'outlet', outlet, CAST(sum(count) AS BIGINT) FROM tallies WHERE outlet IS NOT NULL GROUP BY entity, outlet
  UNION ALL
  SELECT entity, 'place', scene, CAST(sum(count) AS BIGINT) FROM tallies WHERE scene IS NOT NULL GROUP BY entity, scene
),
taken AS (
  SELECT entity, code, CAST(sum(count) AS BIGINT) AS count FROM tallies WHERE code IS NOT NULL GROUP BY entity, code
),
ranked AS (
  SELECT taken.entity, coded.kind, min({'less': -taken.count, 'name': coded.name, 'id': coded.id}, 12) AS most_named
  FROM taken
  JOIN coded ON coded.code = taken.code AND coded.kind IN ('person', 'state', 'body')
  GROUP BY taken.entity, coded.kind
)
SELECT entity, facet, value, value AS name, count FROM counted
UNION ALL
SELECT entity, kind, one.id, one.name, -one.less FROM (SELECT entity, kind, unnest(most_named) AS one FROM ranked)
