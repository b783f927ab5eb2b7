-- Purpose: what others said of somebody.
-- Grain: one row per fact, newest first.
-- Needs: told.
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published
FROM told
WHERE list_has_any(about_ids, $ids) AND NOT coalesce(list_contains($ids, speaker_id), FALSE)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
