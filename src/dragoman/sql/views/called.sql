-- Purpose: what things are called, case aside: each name and the id.
-- Grain: one row per entity and name.
-- Needs: entities.
SELECT DISTINCT said, id
FROM (SELECT unnest(list_transform(list_append(aliases, id), lambda one: lower(one))) AS said, id FROM entities)
