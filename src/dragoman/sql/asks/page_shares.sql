-- Purpose: how much of each sort of fact has a day, and of events a place.
-- Grain: one row per sort of fact that there is.
-- Needs: sieve, shapes.
WITH counted AS (
  SELECT shape, count(*) AS facts FROM sieve GROUP BY shape
)
SELECT
  shapes.fact,
  CAST(sum(facts) AS BIGINT) AS count,
  CAST(coalesce(sum(facts) FILTER (WHERE shapes.dated = 'not told'), 0) AS BIGINT) AS no_day,
  if(shapes.fact = 'event', CAST(coalesce(sum(facts) FILTER (WHERE shapes.precision = 'unknown'), 0) AS BIGINT), NULL) AS no_place,
  if(shapes.fact = 'event', CAST(coalesce(sum(facts) FILTER (WHERE shapes.precision = 'country'), 0) AS BIGINT), NULL) AS country_only
FROM counted
JOIN shapes ON shapes.shape = counted.shape
GROUP BY shapes.fact
ORDER BY shapes.fact
