-- Purpose: a statement with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: told, parts.statements, entities.
SELECT
  told.speaker, told.speaker_id, told.act, told.cue, told.form, told.addressee, told.addressee_id,
  list(about.name ORDER BY about.id) FILTER (WHERE about.id IS NOT NULL) AS about,
  list(about.id ORDER BY about.id) FILTER (WHERE about.id IS NOT NULL) AS about_ids,
  told.stance, told.polarity, told.day, told.day_basis, told.zone, told.inside, any_value(said.occasion) AS occasion,
  any_value(said.candidates) AS candidates
FROM told
JOIN parts.statements AS said ON said.id = told.id
LEFT JOIN entities AS about ON list_contains(told.about_ids, about.id)
WHERE told.id = $id
GROUP BY ALL
