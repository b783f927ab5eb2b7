-- Purpose: the sections of dossiers, counted: how many facts each has, and the newest five hundred.
-- Grain: one row per entity, reach, section and stretch of the ledger.
-- Needs: takings.
WITH placed AS (
  SELECT entity, reach, place, unnest([section, second]) AS section
  FROM takings
  WHERE place > coalesce(getvariable('after'), 0) AND place <= coalesce(getvariable('up_to'), 2147483647)
)
-- Listed, then cut: the least of so many would be given room for all of them, however few a section has.
SELECT entity, reach, section, count(*) AS count, list_sort(list(place))[:500] AS places
FROM placed
WHERE section IS NOT NULL
GROUP BY entity, reach, section
