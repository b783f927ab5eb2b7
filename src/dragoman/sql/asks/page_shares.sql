-- Purpose: how much of each sort of fact has a day, and of events a place.
-- Grain: one row per sort of fact that there is.
-- Needs: facts, done.
SELECT
  facts.fact,
  count(*) AS count,
  count(*) FILTER (WHERE facts.day IS NULL) AS no_day,
  if(facts.fact = 'event', count(*) FILTER (WHERE done.place IS NULL), NULL) AS no_place,
  if(facts.fact = 'event', count(*) FILTER (WHERE done.place_precision = 'country'), NULL) AS country_only
FROM facts
LEFT JOIN done ON done.id = facts.id
GROUP BY facts.fact
ORDER BY facts.fact
