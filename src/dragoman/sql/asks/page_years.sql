-- Purpose: how many facts of a sort, or meetings, each year has, for a slider.
-- Grain: one row per year that has any; copies of one story count once.
-- Needs: ledger.
SELECT CAST(left(year, 4) AS INTEGER) AS year, count(DISTINCT family) AS stories
FROM ledger
WHERE year != 'unknown' AND fact = 'event' AND ($kind IS NULL OR (kind = CAST($kind AS VARCHAR) AND modality = 'actual'))
GROUP BY ALL
ORDER BY year
