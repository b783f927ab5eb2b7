-- Purpose: current offices said of some people or of the offices they are known to hold, with the day and whose they are.
-- Grain: one row per attestation, oldest first.
-- Needs: held.
SELECT id, person, person_id, post, country, body_id, of, coalesce(strftime(day_from, '%Y-%m-%d'), published) AS day, words, outlet
FROM held
WHERE person_id IN (SELECT unnest($ids)) AND status IN ('current', 'acting') AND person_id IS NOT NULL
ORDER BY day NULLS LAST, id
