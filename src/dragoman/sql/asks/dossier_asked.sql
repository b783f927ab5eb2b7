-- Purpose: what somebody asked, demanded or urged, in words or in deeds.
-- Grain: one row per act, newest first.
-- Needs: done.
SELECT id, day, actors, recipients, kind, polarity, modality, words, outlet, published
FROM done
WHERE list_has_any(actor_ids, $ids) AND kind = 'REQUEST'
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
