-- Purpose: the offices of a body and the meetings it took part in.
-- Grain: one row per fact, newest first.
-- Needs: facts, held, meetings.
WITH placed AS (
  SELECT 'offices' AS section, id FROM held WHERE body_id = $id
  UNION ALL
  SELECT 'meetings', id FROM meetings WHERE list_contains(participant_ids, $id)
)
SELECT
  placed.section, facts.id, facts.fact, facts.kind, facts.day, facts.who, facts.what, facts.words, facts.outlet, facts.published,
  facts.title, facts.report
FROM placed
JOIN facts ON facts.id = placed.id
ORDER BY placed.section, coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) DESC NULLS LAST, facts.report, facts.start, facts.id
LIMIT $most
