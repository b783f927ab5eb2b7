-- Purpose: each thing once, with every name it goes by in the record.
-- Grain: one row per entity.
-- Needs: parts.entities.
SELECT
  id,
  mode(kind ORDER BY kind) AS kind,
  mode(name ORDER BY name) AS name,
  list_sort(list_distinct(flatten(list(list_append(aliases, name))))) AS aliases,
  mode(country ORDER BY country) AS country,
  mode(sector ORDER BY sector) AS sector,
  any_value(wikidata) AS wikidata,
  any_value(geonames) AS geonames,
  any_value(lat) AS lat,
  any_value(lon) AS lon,
  mode(precision ORDER BY precision) AS precision,
  any_value(claims) AS claims,
  mode(source ORDER BY source) AS source,
  count(*) AS reports
FROM parts.entities
GROUP BY id
