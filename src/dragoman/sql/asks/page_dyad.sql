-- Purpose: what passed between two: meetings, words and deeds, with their direction.
-- Grain: one row per lane and fact, `most` of each lane, newest first; `count` is of the whole lane.
-- Needs: facts, told, done, meetings.
WITH placed AS (
  SELECT 'meetings' AS lane, id, 'both' AS way
  FROM meetings
  WHERE list_has_any(participant_ids, $left) AND list_has_any(participant_ids, $right)
  UNION ALL
  SELECT 'words', id, if(list_contains($left, speaker_id), 'right', 'left')
  FROM told
  WHERE
    (list_contains($left, speaker_id) AND (list_contains($right, addressee_id) OR list_has_any(about_ids, $right)))
    OR (list_contains($right, speaker_id) AND (list_contains($left, addressee_id) OR list_has_any(about_ids, $left)))
  UNION ALL
  SELECT
    if(kind IN ('COOPERATE', 'AID', 'RETREAT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'), 'deeds', 'words'),
    id,
    CASE
      WHEN list_has_any(actor_ids, $left) AND list_has_any(actor_ids, $right) THEN 'both'
      WHEN list_has_any(actor_ids, $left) THEN 'right' ELSE 'left'
    END
  FROM done
  WHERE NOT (kind = 'CONSULT' AND modality = 'actual') AND (
      (list_has_any(actor_ids, $left) AND list_has_any(list_concat(recipient_ids, actor_ids), $right))
      OR (list_has_any(actor_ids, $right) AND list_has_any(recipient_ids, $left))
    )
)
SELECT
  placed.lane, placed.way, count(*) OVER (PARTITION BY placed.lane) AS count, facts.id, facts.fact, facts.kind, facts.day, facts.who,
  facts.what, facts.words, facts.outlet, facts.published, facts.title, facts.report,
  coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) AS dated, facts.day_from IS NULL AS of_report
FROM placed
JOIN facts ON facts.id = placed.id
QUALIFY row_number() OVER (PARTITION BY placed.lane ORDER BY dated DESC NULLS LAST, facts.report, facts.start, facts.id) <= $most
ORDER BY placed.lane, dated DESC NULLS LAST, facts.report, facts.start, facts.id
