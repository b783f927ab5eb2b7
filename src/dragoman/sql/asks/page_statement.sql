-- Purpose: a statement with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: told, parts.statements, entities.
WITH mine AS MATERIALIZED (
  SELECT * FROM told WHERE report = $report AND id = $id
),
said AS (
  SELECT occasion, candidates FROM parts.statements WHERE report = $report AND id = $id
),
meant AS (
  SELECT list(entities.name ORDER BY entities.id) AS about, list(entities.id ORDER BY entities.id) AS about_ids
  FROM (SELECT unnest(about_ids) AS id FROM mine) AS ours
  JOIN entities ON entities.id = ours.id
)
SELECT
  mine.speaker, mine.speaker_id, mine.act, mine.cue, mine.form, mine.addressee, mine.addressee_id, meant.about, meant.about_ids, mine.stance,
  mine.polarity, mine.day, mine.day_basis, mine.zone, mine.inside, (SELECT occasion FROM said) AS occasion,
  (SELECT candidates FROM said) AS candidates
FROM mine
CROSS JOIN meant
