-- Purpose: events with the names of who did it, to or with whom, and where.
-- Grain: one row per event.
-- Needs: parts.events, parts.reports, parties, entities.
WITH named AS (
  SELECT
    event,
    list(name ORDER BY place) FILTER (WHERE role = 'actor') AS actors,
    list(name ORDER BY place) FILTER (WHERE role = 'recipient') AS recipients,
    list(DISTINCT entity ORDER BY entity) FILTER (WHERE role = 'actor' AND entity IS NOT NULL) AS actor_ids,
    list(DISTINCT entity ORDER BY entity) FILTER (WHERE role = 'recipient' AND entity IS NOT NULL) AS recipient_ids
  FROM parties
  GROUP BY event
)
SELECT
  acts.id,
  acts.day,
  acts.day_from,
  acts.day_to,
  acts.day_basis,
  acts.kind,
  acts.mode,
  coalesce(named.actors, []) AS actors,
  coalesce(named.recipients, []) AS recipients,
  coalesce(where_it_was.name, substr(reports.text, acts.place_start + 1, acts.place_end - acts.place_start)) AS place,
  acts.place_precision,
  acts.polarity,
  acts.modality,
  acts.time_ref,
  acts.voice,
  acts.occasion,
  acts.topics,
  acts.contexts,
  acts.killed_low,
  acts.killed_high,
  acts.injured_low,
  acts.injured_high,
  acts.size_low,
  acts.size_high,
  acts.size_unit,
  acts.cameo,
  acts.goldstein,
  substr(reports.text, acts.start + 1, acts.end - acts.start) AS words,
  reports.outlet,
  reports.published,
  reports.title,
  acts.zone,
  acts.score,
  acts.rule,
  acts.report,
  acts.start,
  acts.end,
  coalesce(named.actor_ids, []) AS actor_ids,
  coalesce(named.recipient_ids, []) AS recipient_ids
FROM parts.events AS acts
JOIN parts.reports AS reports ON reports.id = acts.report
LEFT JOIN named ON named.event = acts.id
LEFT JOIN entities AS where_it_was ON where_it_was.id = acts.place
