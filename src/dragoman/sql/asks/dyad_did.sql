-- Purpose: what two did to or with each other, meetings apart.
-- Grain: one row per fact, newest first.
-- Needs: done.
SELECT id, day, kind, mode, actors, recipients, place, polarity, modality, words, outlet, published, list_has_any(actor_ids, $left) AS left_acted
FROM done
WHERE NOT (kind = 'CONSULT' AND modality = 'actual') AND (
    (list_has_any(actor_ids, $left) AND list_has_any(list_concat(recipient_ids, actor_ids), $right))
    OR (list_has_any(actor_ids, $right) AND list_has_any(recipient_ids, $left))
  )
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
