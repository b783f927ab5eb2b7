-- Purpose: cooperation and conflict between two by month: asserted, actual events whose day is known to the month.
-- Grain: one row per month that has any.
-- Needs: done, copies.
WITH between_them AS (
  SELECT DISTINCT
    strftime(day_from, '%Y-%m') AS month, kind, mode, actor_ids, recipient_ids, day_from, goldstein,
    kind IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT') AS cooperates
  FROM done
  LEFT JOIN copies ON copies.report = done.report
  WHERE
    copies.report IS NULL AND polarity = 'asserted' AND modality = 'actual'
    AND day_from IS NOT NULL AND strftime(day_from, '%Y-%m') = strftime(day_to, '%Y-%m')
    AND (
      (list_has_any(actor_ids, $left) AND list_has_any(list_concat(recipient_ids, actor_ids), $right))
      OR (list_has_any(actor_ids, $right) AND list_has_any(recipient_ids, $left))
    )
)
SELECT month, CAST(last_day(min(day_from)) AS VARCHAR) AS until, count(*) FILTER (WHERE cooperates) AS cooperation, count(*) FILTER (WHERE NOT cooperates) AS conflict, round(sum(goldstein), 1) AS goldstein
FROM between_them
GROUP BY month
ORDER BY month
