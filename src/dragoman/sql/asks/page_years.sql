-- Purpose: how many stories of events, or of meetings, each year has, for a slider.
-- Grain: one row per year that has any; copies of one story count once.
-- Needs: sieve, shapes.
SELECT CAST(left(shapes.year, 4) AS INTEGER) AS year, count(DISTINCT sieve.family) AS stories
FROM sieve
JOIN shapes ON shapes.shape = sieve.shape
WHERE shapes.fact = 'event' AND shapes.year != 'unknown' AND ($lane IS NULL OR shapes.lane = CAST($lane AS VARCHAR))
GROUP BY ALL
ORDER BY year
