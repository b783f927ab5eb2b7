-- Purpose: what the facts of the busiest can be narrowed by, as the page of facts shows it.
-- Grain: one row per entity, facet and value; of who else takes part the twelve most named of each kind.
-- Needs: tallies, shapes, coded.
WITH shaped AS (
  SELECT tallies.entity, tallies.count, shapes.* FROM tallies JOIN shapes ON shapes.shape = tallies.shape
),
counted AS (
  SELECT
    entity,
    CASE
      WHEN GROUPING(fact) = 0 THEN 'fact' WHEN GROUPING(kind) = 0 THEN 'kind' WHEN GROUPING(modality) = 0 THEN 'modality'
      WHEN GROUPING(polarity) = 0 THEN 'polarity' WHEN GROUPING(precision) = 0 THEN 'precision' WHEN GROUPING(voice) = 0 THEN 'voice'
      WHEN GROUPING(origin) = 0 THEN 'origin' WHEN GROUPING(dated) = 0 THEN 'dated' ELSE 'year'
    END AS facet,
    coalesce(fact, kind, modality, polarity, precision, voice, origin, dated, year) AS value,
    CAST(sum(count) AS BIGINT) AS count
  FROM shaped
  GROUP BY
    GROUPING SETS (
      (entity, fact), (entity, kind), (entity, modality), (entity, polarity), (entity, precision), (entity, voice), (entity, origin),
      (entity, dated), (entity, year)
    )
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
SELECT entity, facet, value, value AS name, count FROM counted WHERE value IS NOT NULL
UNION ALL
SELECT entity, kind, one.id, one.name, -one.less FROM (SELECT entity, kind, unnest(most_named) AS one FROM ranked)
