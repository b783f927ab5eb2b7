-- Purpose: how those of one side and those of the other stand in each fact that has both.
-- Grain: one row per fact; the first three columns are of one side, `they_…` of the other.
-- Needs: facing, coded, takings, sieve.
-- Takes: one_side, other_side.
-- Lists of ids; whoever is on both sides faces himself.
WITH ours AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest(one_side))
),
theirs AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest(other_side))
),
faced AS (
  SELECT
    place, shape, one_does AS does, one_has_done AS has_done, one_meant AS meant, other_does AS they_do, other_has_done AS they_have_done,
    other_meant AS they_meant
  FROM facing
  WHERE one IN (SELECT code FROM ours) AND other IN (SELECT code FROM theirs)
  UNION ALL
  SELECT place, shape, other_does, other_has_done, other_meant, one_does, one_has_done, one_meant
  FROM facing
  WHERE one IN (SELECT code FROM theirs) AND other IN (SELECT code FROM ours)
  UNION ALL
  SELECT takings.place, sieve.shape, does, has_done, meant, does, has_done, meant
  FROM takings
  JOIN sieve ON sieve.place = takings.place
  WHERE reach != 'alone' AND entity IN (SELECT unnest(list_intersect(one_side, other_side)))
)
SELECT
  place, any_value(shape) AS shape, bool_or(does) AS does, bool_or(has_done) AS has_done, bool_or(meant) AS meant, bool_or(they_do) AS they_do,
  bool_or(they_have_done) AS they_have_done, bool_or(they_meant) AS they_meant
FROM faced
GROUP BY place
