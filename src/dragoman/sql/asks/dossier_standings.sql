-- Purpose: where somebody stands in which body.
-- Grain: one row per fact, newest first.
-- Needs: stood.
SELECT id, day, party, modality, standing, body, words, outlet, published
FROM stood
WHERE list_contains($ids, party_id) OR list_contains($ids, body_id)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
