-- Purpose: what two are reported to have said to or of each other.
-- Grain: one row per fact, newest first.
-- Needs: told.
WITH of_left AS (
  SELECT id FROM (SELECT id, unnest(about_ids) AS one FROM told) WHERE one IN (SELECT unnest($left))
),
of_right AS (
  SELECT id FROM (SELECT id, unnest(about_ids) AS one FROM told) WHERE one IN (SELECT unnest($right))
)
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published, coalesce(speaker_id IN (SELECT unnest($left)), FALSE) AS left_spoke
FROM told
WHERE (speaker_id IN (SELECT unnest($left)) AND (addressee_id IN (SELECT unnest($right)) OR id IN (FROM of_right)))
  OR (speaker_id IN (SELECT unnest($right)) AND (addressee_id IN (SELECT unnest($left)) OR id IN (FROM of_left)))
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
