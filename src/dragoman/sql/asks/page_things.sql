-- Purpose: the names in a record: people, states, bodies, with the facts they are in.
-- Grain: one row per entity, those in most facts first.
-- Needs: entities, facts.
WITH taking_part AS (
  SELECT entity, count(*) AS facts
  FROM (SELECT unnest(list_distinct(involved)) AS entity FROM facts)
  GROUP BY entity
)
SELECT entities.id, entities.kind, entities.name, entities.country, entities.sector, entities.reports, coalesce(taking_part.facts, 0) AS facts,
  count(*) OVER () AS count
FROM entities
LEFT JOIN taking_part ON taking_part.entity = entities.id
WHERE
  ($kind IS NULL OR entities.kind = $kind)
  AND ($name IS NULL OR list_bool_or(list_transform(entities.aliases, lambda alias: contains(lower(alias), lower($name)))))
ORDER BY facts DESC, entities.reports DESC, entities.name, entities.id
LIMIT $most
