-- Purpose: where events are told to have been, each place once, with how well it is known.
-- Grain: one row per place and precision; `unknown` is one row without a place; copies of one story count once.
-- Needs: ledger, parts.events, entities.
SELECT
  ledger.precision,
  ledger.scene AS name,
  any_value(scenes.id) AS id,
  any_value(scenes.lat) FILTER (WHERE ledger.precision = 'city') AS lat,
  any_value(scenes.lon) FILTER (WHERE ledger.precision = 'city') AS lon,
  count(*) AS events,
  count(DISTINCT ledger.family) AS stories
FROM ledger
JOIN parts.events AS events ON events.id = ledger.id
LEFT JOIN entities AS scenes ON scenes.id = events.place
WHERE
  ledger.fact = 'event'
  AND ($since IS NULL OR ledger.until >= CAST($since AS DATE))
  AND ($until IS NULL OR ledger.since <= CAST($until AS DATE))
GROUP BY ledger.precision, ledger.scene
ORDER BY events DESC, name NULLS LAST, ledger.precision
