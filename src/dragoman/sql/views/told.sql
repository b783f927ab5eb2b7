-- Purpose: statements with the names of who spoke, to whom and about whom, and the words themselves.
-- Grain: one row per statement.
-- Needs: parts.statements, parts.reports, entities.
SELECT
  said.id,
  said.day,
  said.day_from,
  said.day_to,
  said.day_basis,
  coalesce(
    speaker.name,
    substr(reports.text, said.speaker_start + 1, said.speaker_end - said.speaker_start)
  ) AS speaker,
  said.act,
  said.polarity,
  said.form,
  addressee.name AS addressee,
  array_to_string(
    list_transform(said.contents, lambda stretch: substr(reports.text, stretch.start + 1, stretch.end - stretch.start)),
    ' … '
  ) AS words,
  substr(reports.text, said.cue_start + 1, said.cue_end - said.cue_start) AS cue,
  said.stance,
  said.inside,
  reports.outlet,
  reports.published,
  reports.title,
  said.zone,
  said.score,
  said.rule,
  said.report,
  least(said.cue_start, said.speaker_start, said.contents[1].start) AS start,
  greatest(said.cue_end, said.speaker_end, said.contents[-1].end) AS "end",
  said.speaker AS speaker_id,
  said.addressee AS addressee_id,
  said.about AS about_ids
FROM parts.statements AS said
JOIN parts.reports AS reports ON reports.id = said.report
LEFT JOIN entities AS speaker ON speaker.id = said.speaker
LEFT JOIN entities AS addressee ON addressee.id = said.addressee
