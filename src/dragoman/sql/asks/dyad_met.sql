-- Purpose: meetings of two.
-- Grain: one row per fact, newest first.
-- Needs: meetings.
SELECT id, day, participants, place, occasion, words, outlet, published
FROM meetings
WHERE list_has_any(participant_ids, $left) AND list_has_any(participant_ids, $right)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
