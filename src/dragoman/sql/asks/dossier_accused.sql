-- Purpose: whom somebody accused, criticised or summoned, and who accused them.
-- Grain: one row per act, newest first.
-- Needs: done.
WITH acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
),
receiving AS (
  SELECT id FROM (SELECT id, unnest(recipient_ids) AS one FROM done) WHERE one IN (SELECT unnest($ids))
)
SELECT id, day, actors, recipients, kind, polarity, modality, words, outlet, published
FROM done
WHERE kind = 'ACCUSE' AND (id IN (FROM acting) OR id IN (FROM receiving))
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
