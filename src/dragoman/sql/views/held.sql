-- Purpose: offices people are said to hold, with names.
-- Grain: one row per tenure stated in a report.
-- Needs: parts.tenures, parts.reports, entities.
WITH states AS (
  SELECT country, any_value(name) AS name FROM entities WHERE kind = 'state' GROUP BY country
)
SELECT
  tenures.id,
  tenures.day,
  tenures.day_from,
  tenures.day_to,
  person.name AS person,
  tenures.post,
  coalesce(body.name, states.name, tenures.country) AS of,
  tenures.status,
  tenures.office AS words,
  reports.outlet,
  reports.published,
  reports.title,
  tenures.rule,
  tenures.report,
  tenures.start,
  tenures.end,
  tenures.country,
  tenures.person AS person_id,
  tenures.body AS body_id
FROM parts.tenures AS tenures
JOIN parts.reports AS reports ON reports.id = tenures.report
LEFT JOIN entities AS person ON person.id = tenures.person
LEFT JOIN entities AS body ON body.id = tenures.body
LEFT JOIN states ON states.country = tenures.country
