-- Purpose: the offices a person is said to hold, the standings of a party and the standings in a body, for bars in time.
-- Grain: one row per tenure or standing by track and day, of each track the thirty first and last; those without a day have none.
-- Needs: held, stood.
WITH told AS (
  SELECT
    concat_ws(' ', if(status = 'current', NULL, status), post, if(held.of IS NULL, NULL, 'of ' || held.of)) AS track,
    id, day_from, day_to, if(status = 'former', 'former', 'held') AS how, words, report
  FROM held
  WHERE list_contains($ids, person_id)
  UNION ALL
  SELECT
    if(list_contains($ids, body_id), party, body), id, day_from, day_to, modality,
    concat_ws(' ', if(modality = 'held', NULL, modality), standing), report
  FROM stood
  WHERE list_contains($ids, party_id) OR list_contains($ids, body_id)
)
SELECT track, id, day_from, day_to, how, words, count(*) FILTER (WHERE day_from IS NULL) OVER (PARTITION BY track) AS without_day
FROM told
QUALIFY
  row_number() OVER (PARTITION BY track ORDER BY day_from NULLS LAST, report, id) <= 30
  OR row_number() OVER (PARTITION BY track ORDER BY day_from DESC NULLS LAST, report, id) <= 30
ORDER BY track, day_from NULLS LAST, report, id
