-- Purpose: the names in a record, with the facts they are in.
-- Grain: one row per entity.
-- Needs: entities, takings.
WITH taking_part AS (
  SELECT entity, count(*) AS facts FROM takings WHERE reach != 'whole' AND (does OR has_done) GROUP BY entity
)
SELECT
  entities.id, entities.kind, entities.name, list_transform(entities.aliases, lambda alias: lower(alias)) AS aliases, entities.country,
  entities.sector, entities.reports, coalesce(taking_part.facts, 0) AS facts
FROM entities
LEFT JOIN taking_part ON taking_part.entity = entities.id
