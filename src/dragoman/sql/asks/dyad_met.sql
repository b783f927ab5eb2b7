-- Purpose: meetings of two.
-- Grain: one row per fact, newest first.
-- Needs: meetings.
WITH here AS (
  SELECT id FROM (SELECT id, unnest(participant_ids) AS one FROM meetings) WHERE one IN (SELECT unnest($left))
),
there AS (
  SELECT id FROM (SELECT id, unnest(participant_ids) AS one FROM meetings) WHERE one IN (SELECT unnest($right))
)
SELECT id, day, participants, place, occasion, words, outlet, published
FROM meetings
WHERE id IN (FROM here) AND id IN (FROM there)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
