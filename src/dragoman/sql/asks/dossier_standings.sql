-- Purpose: where somebody stands in which body.
-- Grain: one row per fact, newest first.
-- Needs: stood.
SELECT id, day, party, modality, standing, body, words, outlet, published
FROM stood
WHERE party_id IN (SELECT unnest($ids)) OR body_id IN (SELECT unnest($ids))
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
