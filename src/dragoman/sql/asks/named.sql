-- Purpose: the things a name can mean: by its exact name first, else by all its words.
-- Grain: one row per entity, most reported first.
-- Needs: entities.
SELECT
  id, kind, name, aliases, country, sector, wikidata, source, reports,
  list_contains(list_transform(list_append(aliases, id), lambda alias: lower(alias)), lower($name)) AS exact
FROM entities
WHERE exact OR list_bool_or(
  list_transform(aliases, lambda alias: list_has_all(string_split(lower(alias), ' '), string_split(lower($name), ' ')))
)
ORDER BY exact DESC, reports DESC, kind, id
