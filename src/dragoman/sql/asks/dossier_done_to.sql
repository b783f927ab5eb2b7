-- Purpose: what was done to somebody.
-- Grain: one row per fact, newest first.
-- Needs: done.
WITH acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
),
receiving AS (
  SELECT id FROM (SELECT id, unnest(recipient_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, kind, mode, actors, recipients, place, polarity, modality, words, outlet, published
FROM done
WHERE id IN (FROM receiving) AND id NOT IN (FROM acting) AND NOT (kind = 'CONSULT' AND modality = 'actual')
  AND kind <> 'ACCUSE'
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
