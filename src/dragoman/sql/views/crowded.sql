-- Purpose: cells in which too many acts stand for their being in it to say that two are one.
-- Grain: one row per cell by which some pair met.
-- Needs: cells, compared, weights.
SELECT cell
FROM cells(-1000000, 1000000)
SEMI JOIN (SELECT DISTINCT unnest(cells) AS cell FROM compared) AS met USING (cell)
GROUP BY cell
HAVING count(*) > weight('act crowd')
