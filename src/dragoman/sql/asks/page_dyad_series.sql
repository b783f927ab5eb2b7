-- Purpose: cooperation and conflict between two by month: asserted, actual events whose day is known to the month.
-- Grain: one row per month that has any.
-- Needs: ledger, facing, coded, sieve, shapes, takings.
-- Of each fact both stand in, how one of us and one of them does; whoever is on both sides faces himself.
WITH ours AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest($left))
),
theirs AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest($right))
),
faced AS (
  SELECT place, shape, one_does AS does, one_has_done AS has_it, other_does AS they_do, other_has_done AS they_have_it
  FROM facing
  WHERE one IN (SELECT code FROM ours) AND other IN (SELECT code FROM theirs)
  UNION ALL
  SELECT place, shape, other_does, other_has_done, one_does, one_has_done
  FROM facing
  WHERE one IN (SELECT code FROM theirs) AND other IN (SELECT code FROM ours)
  UNION ALL
  SELECT takings.place, sieve.shape, does, has_done, does, has_done
  FROM takings
  JOIN sieve ON sieve.place = takings.place
  WHERE reach != 'alone' AND entity IN (SELECT unnest(list_intersect($left, $right)))
),
both_sides AS (
  SELECT
    place, any_value(shape) AS shape, bool_or(does) AS does, bool_or(has_it) AS has_it, bool_or(they_do) AS they_do,
    bool_or(they_have_it) AS they_have_it
  FROM faced
  GROUP BY place
),
placed AS MATERIALIZED (
  SELECT both_sides.place
  FROM both_sides
  JOIN shapes ON shapes.shape = both_sides.shape
  WHERE
    shapes.fact = 'event' AND shapes.origin = 'origin' AND shapes.polarity = 'asserted' AND shapes.modality = 'actual'
    AND ((does AND (they_have_it OR they_do)) OR (they_do AND has_it))
),
between_them AS (
  SELECT DISTINCT
    strftime(day_from, '%Y-%m') AS month, kind, mode, parties, day_from, goldstein,
    kind IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT') AS cooperates
  FROM ledger
  JOIN placed ON placed.place = ledger.place
  WHERE day_from IS NOT NULL AND strftime(day_from, '%Y-%m') = strftime(day_to, '%Y-%m')
)
SELECT
  month, CAST(last_day(min(day_from)) AS VARCHAR) AS until, count(*) FILTER (WHERE cooperates) AS cooperation,
  count(*) FILTER (WHERE NOT cooperates) AS conflict, round(sum(goldstein), 1) AS goldstein
FROM between_them
GROUP BY month
ORDER BY month
