-- Purpose: entities, and where one is a state or its people, all who act for that country.
-- Grain: one row per entity.
-- Needs: entities.
SELECT id
FROM entities
WHERE
  id IN (SELECT unnest($ids))
  OR (
    kind IN ('person', 'office', 'body')
    AND country IN (SELECT country FROM entities WHERE id IN (SELECT unnest($ids)) AND kind IN ('state', 'people'))
  )
ORDER BY id
