-- Purpose: what somebody is reported to have said.
-- Grain: one row per fact, newest first.
-- Needs: told.
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published
FROM told
WHERE speaker_id IN (SELECT unnest($ids))
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
