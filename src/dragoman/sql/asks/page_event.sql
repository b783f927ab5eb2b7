-- Purpose: an event with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: done, parties, told, parts.events.
WITH mine AS MATERIALIZED (
  SELECT * FROM done WHERE report = $report AND id = $id
),
present AS (
  SELECT
    list({'name': name, 'id': entity} ORDER BY place) FILTER (WHERE role = 'actor') AS actors,
    list({'name': name, 'id': entity} ORDER BY place) FILTER (WHERE role = 'recipient') AS recipients
  FROM parties
  WHERE report = $report AND event = $id
),
sited AS (
  SELECT place FROM parts.events WHERE report = $report AND id = $id
),
quoted AS (
  SELECT told.speaker FROM mine JOIN told ON told.id = mine.voice AND told.report = mine.report
)
SELECT
  mine.kind, mine.mode, present.actors, present.recipients, mine.place, (SELECT place FROM sited) AS place_id, mine.place_precision, mine.day,
  mine.day_basis, mine.polarity, mine.modality, mine.time_ref, mine.voice, (SELECT speaker FROM quoted) AS voice_of, mine.occasion,
  mine.topics, mine.contexts, mine.killed_low, mine.killed_high, mine.injured_low, mine.injured_high, mine.size_low, mine.size_high,
  mine.size_unit,
  mine.cameo, mine.goldstein, mine.zone
FROM mine
CROSS JOIN present
