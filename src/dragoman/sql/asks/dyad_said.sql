-- Purpose: what two are reported to have said to or of each other.
-- Grain: one row per fact, newest first.
-- Needs: told.
SELECT id, day, speaker, act, polarity, addressee, words, outlet, published, list_contains($left, speaker_id) AS left_spoke
FROM told
WHERE (list_contains($left, speaker_id) AND (list_contains($right, addressee_id) OR list_has_any(about_ids, $right)))
  OR (list_contains($right, speaker_id) AND (list_contains($left, addressee_id) OR list_has_any(about_ids, $left)))
ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
