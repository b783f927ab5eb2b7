-- Purpose: where events are told to have been, each place once, with how well it is known.
-- Grain: one row per place and precision; one row without a name is of events without a place; copies of one story count once.
-- Needs: sieve, shapes, entities.
WITH gathered AS MATERIALIZED (
  SELECT shapes.precision, sieve.scene AS name, sieve.scene_id AS id, count(*) AS events, count(DISTINCT sieve.family) AS stories
  FROM sieve
  JOIN shapes ON shapes.shape = sieve.shape AND shapes.fact = 'event'
  WHERE
    ($since IS NULL OR sieve.until >= CAST($since AS DATE))
    AND ($until IS NULL OR sieve.since <= CAST($until AS DATE))
  GROUP BY ALL
)
SELECT
  gathered.precision, gathered.name, gathered.id, entities.kind, entities.country,
  if(gathered.precision = 'city', entities.lat, NULL) AS lat,
  if(gathered.precision = 'city', entities.lon, NULL) AS lon,
  gathered.events, gathered.stories
FROM gathered
LEFT JOIN entities ON entities.id = gathered.id
ORDER BY gathered.events DESC, gathered.name NULLS LAST, gathered.precision, gathered.id
