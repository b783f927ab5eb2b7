-- Purpose: whom somebody met.
-- Grain: one row per fact, newest first.
-- Needs: meetings.
WITH present AS (
  SELECT id FROM (SELECT id, unnest(participant_ids) AS one FROM meetings) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, participants, place, occasion, words, outlet, published
FROM meetings
WHERE id IN (FROM present)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
