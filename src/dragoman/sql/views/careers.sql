-- Purpose: offices by who is said to hold them, standings by the party and by the body.
-- Grain: one row per tenure of somebody known, and per standing and end of it that is known.
-- Needs: held, stood.
SELECT
  person_id AS entity, 'held' AS sort, concat_ws(' ', if(status = 'current', NULL, status), post, if(held.of IS NULL, NULL, 'of ' || held.of)) AS track,
  id, day, day_from, day_to, if(status = 'former', 'former', 'held') AS how, words AS said, report, status, post, held.of, country, body_id
FROM held
WHERE person_id IS NOT NULL
UNION ALL BY NAME
SELECT
  unnest(list_distinct([party_id, body_id])) AS entity, 'stood' AS sort, if(entity = body_id, party, body) AS track,
  id, day, day_from, day_to, modality AS how, concat_ws(' ', if(modality = 'held', NULL, modality), standing) AS said, report
FROM stood
