-- Purpose: whom somebody accused, criticised or summoned, and who accused them.
-- Grain: one row per act, newest first.
-- Needs: done.
SELECT id, day, actors, recipients, kind, polarity, modality, words, outlet, published
FROM done
WHERE (list_has_any(actor_ids, $ids) OR list_has_any(recipient_ids, $ids)) AND kind = 'ACCUSE'
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
