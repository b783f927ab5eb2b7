-- Purpose: cooperation and conflict between two by month: asserted, actual events whose day is known to the month.
-- Grain: one row per month that has any.
-- Needs: ledger, sieve, shapes, takings.
WITH ours AS (
  SELECT place, bool_or(does) AS does, bool_or(has_done) AS has_it
  FROM takings
  WHERE entity IN (SELECT unnest($left)) AND reach != 'alone'
  GROUP BY place
),
theirs AS (
  SELECT place, bool_or(does) AS does, bool_or(has_done) AS has_it
  FROM takings
  WHERE entity IN (SELECT unnest($right)) AND reach != 'alone'
  GROUP BY place
),
placed AS MATERIALIZED (
  SELECT ours.place, sieve.alike
  FROM ours
  JOIN theirs ON theirs.place = ours.place
  JOIN sieve ON sieve.place = ours.place
  JOIN shapes ON shapes.shape = sieve.shape
  WHERE
    shapes.fact = 'event' AND shapes.origin = 'origin' AND shapes.polarity = 'asserted' AND shapes.modality = 'actual'
    AND ((ours.does AND (theirs.has_it OR theirs.does)) OR (theirs.does AND ours.has_it))
),
between_them AS (
  SELECT DISTINCT
    strftime(day_from, '%Y-%m') AS month, kind, mode, placed.alike, day_from, goldstein,
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
