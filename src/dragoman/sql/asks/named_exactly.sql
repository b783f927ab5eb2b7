-- Purpose: the things that go by exactly a name or id, case aside.
-- Grain: one row per entity, most reported first.
-- Needs: entities, called.
SELECT id, kind, name, aliases, country, sector, wikidata, source, reports, TRUE AS exact
FROM entities
WHERE id IN (SELECT id FROM called WHERE said = lower($name))
ORDER BY reports DESC, kind, id
