-- Purpose: what somebody was told.
-- Grain: one row per fact, newest first.
-- Needs: told.
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published
FROM told
WHERE list_contains($ids, addressee_id) AND NOT coalesce(list_contains($ids, speaker_id), FALSE)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
