-- Purpose: offices somebody is said to hold, each once, with its first and last attestation.
-- Grain: one row per person, office and status; the one attested last first; `id` is its last attestation.
-- Needs: held.
WITH said AS (
  SELECT *, coalesce(strftime(day_from, '%Y-%m-%d'), published) AS attested FROM held WHERE person_id IN (SELECT unnest($ids))
)
SELECT
  arg_max(id, (coalesce(attested, ''), id)) AS id,
  any_value(person ORDER BY person) AS person,
  status,
  post,
  any_value(of ORDER BY of) AS of,
  min(attested) AS first,
  max(attested) AS last,
  count(DISTINCT report) AS reports,
  arg_max(words, (coalesce(attested, ''), id)) AS words,
  any_value(person_id) AS person_id
FROM said
GROUP BY person_id, post, country, body_id, status
ORDER BY last DESC NULLS LAST, post, status, id
