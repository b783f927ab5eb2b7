-- Purpose: the names in a record: people, states, bodies, with the facts they are in.
-- Grain: one row per entity, those in most facts first; `count` is of all that fit.
-- Needs: things.
SELECT id, kind, name, country, sector, reports, facts, count(*) OVER () AS count
FROM things
WHERE
  ($kind IS NULL OR kind = $kind)
  AND ($name IS NULL OR len(list_filter(aliases, lambda alias: contains(alias, lower($name)))) > 0)
ORDER BY facts DESC, reports DESC, name, id
LIMIT $most
