-- Purpose: who is said to stand where in which body, held or only sought.
-- Grain: one row per standing stated in a report.
-- Needs: parts.standings, parts.reports, entities.
SELECT
  standings.id,
  standings.day,
  standings.day_from,
  standings.day_to,
  party.name AS party,
  standings.standing,
  body.name AS body,
  standings.modality,
  substr(reports.text, standings.start + 1, standings.end - standings.start) AS words,
  reports.outlet,
  reports.published,
  reports.title,
  standings.rule,
  standings.report,
  standings.start,
  standings.end,
  standings.party AS party_id,
  standings.body AS body_id
FROM parts.standings AS standings
JOIN parts.reports AS reports ON reports.id = standings.report
LEFT JOIN entities AS party ON party.id = standings.party
LEFT JOIN entities AS body ON body.id = standings.body
