-- Purpose: the facts on a thing by what it did or had done to it; some sections are parts of others.
-- Grain: one row per section and fact, `most` of each section, newest first; `count` is of the whole section.
-- Needs: facts, told, done, meetings, held, stood.
WITH placed AS (
  SELECT 'met' AS section, id FROM meetings WHERE list_has_any(participant_ids, $ids)
  UNION ALL
  SELECT 'said', id FROM told WHERE list_contains($ids, speaker_id)
  UNION ALL
  SELECT 'was told', id FROM told WHERE list_contains($ids, addressee_id) AND NOT coalesce(list_contains($ids, speaker_id), FALSE)
  UNION ALL
  SELECT
    CASE kind
      WHEN 'REQUEST' THEN 'asked' WHEN 'AGREE' THEN 'agreed and promised' WHEN 'ACCUSE' THEN 'accused' WHEN 'THREATEN' THEN 'threatened'
      WHEN 'ASSAULT' THEN 'attacked' WHEN 'SUPPORT' THEN 'backed' WHEN 'REJECT' THEN 'refused' ELSE 'did otherwise'
    END, id
  FROM done
  WHERE list_has_any(actor_ids, $ids) AND NOT (kind = 'CONSULT' AND modality = 'actual')
  UNION ALL
  SELECT 'had done to it', id
  FROM done
  WHERE list_has_any(recipient_ids, $ids) AND NOT list_has_any(actor_ids, $ids) AND NOT (kind = 'CONSULT' AND modality = 'actual')
  UNION ALL
  SELECT 'was spoken of', id FROM told WHERE list_has_any(about_ids, $ids) AND NOT coalesce(list_contains($ids, speaker_id), FALSE)
  UNION ALL
  SELECT 'offices', id FROM held WHERE list_contains($ids, person_id) OR list_contains($ids, body_id)
  UNION ALL
  SELECT 'standings', id FROM stood WHERE list_contains($ids, party_id) OR list_contains($ids, body_id)
)
SELECT
  placed.section, count(*) OVER (PARTITION BY placed.section) AS count, facts.id, facts.fact, facts.kind, facts.day, facts.who, facts.what,
  facts.words, facts.outlet, facts.published, facts.title, facts.report
FROM placed
JOIN facts ON facts.id = placed.id
WHERE $name IS NULL OR placed.section = $name
QUALIFY row_number() OVER (
  PARTITION BY placed.section
  ORDER BY coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) DESC NULLS LAST, facts.report, facts.start, facts.id
) <= $most
ORDER BY placed.section, coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) DESC NULLS LAST, facts.report, facts.start, facts.id
