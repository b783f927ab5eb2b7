-- Purpose: what somebody was told.
-- Grain: one row per fact, newest first.
-- Needs: told.
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published
FROM told
WHERE addressee_id IN (SELECT unnest($ids)) AND NOT coalesce(speaker_id IN (SELECT unnest($ids)), FALSE)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
