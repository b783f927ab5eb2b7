-- Purpose: events laid out to be matched: who, on which side, of which state, when at the earliest and the latest.
-- Grain: one row per event.
-- Needs: parts.events, parts.reports, parties, entities.
WITH sides AS (
  SELECT
    event,
    list(DISTINCT entity ORDER BY entity) FILTER (WHERE entity IS NOT NULL) AS who,
    list(DISTINCT entity ORDER BY entity) FILTER (WHERE entity IS NOT NULL AND role = 'actor') AS actors,
    list(DISTINCT entity ORDER BY entity) FILTER (WHERE entity IS NOT NULL AND role = 'recipient') AS recipients,
    list(DISTINCT country ORDER BY country) FILTER (WHERE country IS NOT NULL) AS states,
    any_value(name ORDER BY place) FILTER (WHERE role = 'recipient') AS upon,
    count(*) FILTER (WHERE entity IS NULL) AS unnamed
  FROM parties
  GROUP BY event
)
SELECT
  events.id,
  events.report,
  events.kind,
  events.mode,
  events.polarity,
  events.modality,
  coalesce(sides.who, []) AS who,
  coalesce(sides.actors, []) AS actors,
  coalesce(sides.recipients, []) AS recipients,
  coalesce(sides.states, []) AS states,
  coalesce(sides.unnamed, 0) AS unnamed,
  events.place,
  scene.country AS place_country,
  scene.kind AS place_kind,
  events.day_from IS NOT NULL AND events.day_to - events.day_from <= 1 AS dated,
  -- What is told as news without a day is three days old at most.
  CASE
    WHEN events.day_to - events.day_from <= 31 THEN events.day_from
    WHEN events.day_from IS NULL AND events.time_ref = 'now' THEN reports.published_from - 3
  END AS earliest,
  CASE
    WHEN events.day_to - events.day_from <= 31 THEN events.day_to
    WHEN events.day_from IS NULL AND events.time_ref = 'now' THEN reports.published_to
  END AS latest,
  events.killed_low,
  events.killed_high,
  events.injured_low,
  events.injured_high,
  coalesce(
    TRY_CAST(replace(regexp_extract(sides.upon, '^(?:more than |at least |some |about |nearly |the )?([0-9][0-9,]*) ', 1), ',', '') AS INTEGER),
    nullif(list_position(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
       'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
      lower(regexp_extract(sides.upon, '^(?:[Mm]ore than |[Aa]t least |[Ss]ome |[Aa]bout |[Nn]early |[Tt]he )?([A-Za-z]+) ', 1))
    ), 0)
  ) AS number,
  lower(substr(reports.text, events.start + 1, events.end - events.start)) AS words,
  events.zone,
  events.start
FROM parts.events AS events
JOIN parts.reports AS reports ON reports.id = events.report
LEFT JOIN sides ON sides.event = events.id
LEFT JOIN entities AS scene ON scene.id = events.place
