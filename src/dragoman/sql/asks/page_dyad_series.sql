-- Purpose: cooperation and conflict between two by month: asserted, actual events whose day is known to the month.
-- Grain: one row per month that has any.
-- Needs: ledger, face_to_face, shapes.
WITH placed AS MATERIALIZED (
  SELECT sides.place
  FROM face_to_face($left, $right) AS sides
  JOIN shapes ON shapes.shape = sides.shape
  WHERE
    shapes.fact = 'event' AND shapes.origin = 'origin' AND shapes.polarity = 'asserted' AND shapes.modality = 'actual'
    AND ((does AND (they_have_done OR they_do)) OR (they_do AND has_done))
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
