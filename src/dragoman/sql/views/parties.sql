-- Purpose: who takes part in an event, by name or, where nobody is resolved, in the report's words.
-- Grain: one row per event, role and party.
-- Needs: parts.events, parts.reports, entities.
WITH listed AS (
  SELECT id AS event, report, 'actor' AS role, unnest(actors) AS party, generate_subscripts(actors, 1) AS place
  FROM parts.events
  UNION ALL
  SELECT id, report, 'recipient', unnest(recipients), generate_subscripts(recipients, 1)
  FROM parts.events
)
SELECT
  listed.event,
  listed.role,
  listed.place,
  listed.party.entity AS entity,
  coalesce(entities.name, substr(reports.text, listed.party.start + 1, listed.party.end - listed.party.start)) AS name,
  entities.kind,
  entities.country,
  entities.sector,
  listed.report,
  listed.party.start AS start,
  listed.party.end AS "end"
FROM listed
JOIN parts.reports AS reports ON reports.id = listed.report
LEFT JOIN entities ON entities.id = listed.party.entity
