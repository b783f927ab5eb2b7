-- Purpose: facts that two take part in, and how each does; a state with all who act for it.
-- Grain: one row per fact and two entities, by their codes, the lesser first.
-- Needs: takings, coded, sieve.
WITH taken AS MATERIALIZED (
  SELECT takings.place, coded.code, takings.does, takings.has_done, takings.meant, takings.is_other
  FROM takings
  JOIN coded ON coded.id = takings.entity
  WHERE
    takings.reach != 'alone'
    AND takings.place > coalesce(getvariable('after'), 0) AND takings.place <= coalesce(getvariable('up_to'), 2147483647)
)
SELECT
  a.code AS one, b.code AS other, a.place, sieve.shape,
  a.does AS one_does, a.has_done AS one_has_done, a.meant AS one_meant, a.is_other AS one_is_other,
  b.does AS other_does, b.has_done AS other_has_done, b.meant AS other_meant, b.is_other AS other_is_other
FROM taken AS a
JOIN taken AS b ON b.place = a.place AND b.code > a.code
JOIN sieve ON sieve.place = a.place
WHERE sieve.place > coalesce(getvariable('after'), 0) AND sieve.place <= coalesce(getvariable('up_to'), 2147483647)
