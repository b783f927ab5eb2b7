-- Purpose: what each report says of each field of a happening: day, place, killed, injured, number acted upon with its unit.
-- Grain: one row per event and field that it states.
-- Needs: acts, clusters, origins, parts.events, parts.reports, entities.
WITH told AS (
  SELECT
    clusters.happening,
    events.id AS event,
    events.report,
    origins.house,
    coalesce(reports.outlet, reports.dateline_agency, reports.title, reports.uri) AS outlet,
    reports.published_from AS published,
    events,
    acts.number,
    events.size_unit AS unit,
    acts.place_country,
    acts.place_kind,
    scene.name AS place_name
  FROM parts.events AS events
  JOIN clusters ON clusters.act = events.id
  JOIN acts ON acts.id = events.id
  JOIN origins ON origins.report = events.report
  JOIN parts.reports AS reports ON reports.id = events.report
  LEFT JOIN entities AS scene ON scene.id = events.place
),
stated AS (
  SELECT
    * EXCLUDE (events),
    unnest([
      {
        'field': 'day', 'value': events.day,
        'low': epoch(events.day_from) // 86400, 'high': epoch(events.day_to) // 86400
      },
      {'field': 'place', 'value': place_name, 'low': NULL, 'high': NULL},
      {
        'field': 'killed', 'value': CASE
          WHEN events.killed_high IS NULL THEN 'at least ' || events.killed_low
          WHEN events.killed_low IS NULL THEN 'at most ' || events.killed_high
          WHEN events.killed_low = events.killed_high THEN events.killed_low::VARCHAR
          ELSE events.killed_low || ' to ' || events.killed_high
        END, 'low': events.killed_low, 'high': events.killed_high
      },
      {
        'field': 'injured', 'value': CASE
          WHEN events.injured_high IS NULL THEN 'at least ' || events.injured_low
          WHEN events.injured_low IS NULL THEN 'at most ' || events.injured_high
          WHEN events.injured_low = events.injured_high THEN events.injured_low::VARCHAR
          ELSE events.injured_low || ' to ' || events.injured_high
        END, 'low': events.injured_low, 'high': events.injured_high
      },
      if(
        events.size_unit IS NULL,
        {'field': 'number', 'value': number::VARCHAR, 'low': number, 'high': number},
        {
          'field': 'number', 'value': concat_ws(' ', CASE
            WHEN events.size_high IS NULL THEN 'at least ' || events.size_low
            WHEN events.size_low IS NULL THEN 'at most ' || events.size_high
            WHEN events.size_low = events.size_high THEN events.size_low::VARCHAR
            ELSE events.size_low || ' to ' || events.size_high
          END, events.size_unit), 'low': events.size_low, 'high': events.size_high
        }
      )
    ]) AS said
  FROM told
)
SELECT
  happening,
  said.field AS field,
  said.value AS value,
  coalesce(said.low, 0) AS low,
  coalesce(said.high, 1e18) AS high,
  if(said.field = 'place', if(place_kind = 'state', 1, 0), coalesce(said.high, 1e18) - coalesce(said.low, 0)) AS width,
  if(said.field = 'place', place_country, NULL) AS country,
  said.field = 'place' AND place_kind = 'state' AS whole_state,
  if(said.field = 'number', unit, NULL) AS unit,
  event,
  report,
  house,
  outlet,
  published
FROM stated
WHERE said.value IS NOT NULL
