-- Purpose: what others said of somebody.
-- Grain: one row per fact, newest first.
-- Needs: told.
WITH about AS (
  SELECT id FROM (SELECT id, unnest(about_ids) AS one FROM told) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published
FROM told
WHERE id IN (FROM about) AND NOT coalesce(speaker_id IN (SELECT unnest($ids)), FALSE)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
