-- Purpose: what somebody asked, demanded or urged, in words or in deeds.
-- Grain: one row per act, newest first.
-- Needs: done.
WITH acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, actors, recipients, kind, polarity, modality, words, outlet, published
FROM done
WHERE kind = 'REQUEST' AND id IN (FROM acting)
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
