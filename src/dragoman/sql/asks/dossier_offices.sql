-- Purpose: offices somebody is said to hold.
-- Grain: one row per fact, newest first.
-- Needs: held.
SELECT id, day, status, post, of, person, words, outlet, published
FROM held
WHERE list_contains($ids, person_id)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
