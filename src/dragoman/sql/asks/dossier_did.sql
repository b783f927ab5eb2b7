-- Purpose: what somebody did, meetings, requests and accusations apart.
-- Grain: one row per fact, newest first.
-- Needs: done.
WITH acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, kind, mode, actors, recipients, place, polarity, modality, words, outlet, published
FROM done
WHERE id IN (FROM acting) AND NOT (kind = 'CONSULT' AND modality = 'actual') AND kind NOT IN ('REQUEST', 'ACCUSE')
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
