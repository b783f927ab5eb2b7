-- Purpose: what two did to or with each other, meetings apart.
-- Grain: one row per fact, newest first.
-- Needs: done.
WITH left_acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($left))
),
left_receiving AS (
  SELECT id FROM (SELECT id, unnest(recipient_ids) AS one FROM done) WHERE one IN (SELECT unnest($left))
),
right_acting AS (
  SELECT id FROM (SELECT id, unnest(actor_ids) AS one FROM done) WHERE one IN (SELECT unnest($right))
),
right_receiving AS (
  SELECT id FROM (SELECT id, unnest(recipient_ids) AS one FROM done) WHERE one IN (SELECT unnest($right))
)
SELECT id, day, kind, mode, actors, recipients, place, polarity, modality, words, outlet, published, id IN (FROM left_acting) AS left_acted
FROM done
WHERE NOT (kind = 'CONSULT' AND modality = 'actual') AND (
    (id IN (FROM left_acting) AND (id IN (FROM right_receiving) OR id IN (FROM right_acting)))
    OR (id IN (FROM right_acting) AND id IN (FROM left_receiving))
  )
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
