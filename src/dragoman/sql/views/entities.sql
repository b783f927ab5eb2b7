-- Purpose: each thing once, with every name it goes by in the record.
-- Grain: one row per entity.
-- Needs: parts.entities.
-- A state is in most reports by the same names: each list of them is taken once.
WITH named AS (
  SELECT id, list_sort(list_distinct(flatten(list(names)))) AS aliases
  FROM (SELECT DISTINCT id, list_append(aliases, name) AS names FROM parts.entities)
  GROUP BY id
),
counted AS (
  SELECT
    id,
    mode(kind ORDER BY kind) AS kind,
    mode(name ORDER BY name) AS name,
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
)
SELECT
  counted.id, kind, name, named.aliases, country, sector, wikidata, geonames, lat, lon, precision, claims, source, reports
FROM counted
JOIN named ON named.id = counted.id
