-- Purpose: who is said to hold, on days that are known, an office that one person at a time holds.
-- Grain: one row per such tenure.
-- Needs: held.
SELECT post, held.of, country, body_id, person_id, person, day, day_from, day_to, id
FROM held
WHERE
  status = 'current' AND person_id IS NOT NULL AND day_from IS NOT NULL AND day_to IS NOT NULL AND country IS NOT NULL
  AND post IN ('president', 'prime minister', 'foreign minister', 'defence minister', 'chancellor', 'king', 'supreme leader')
