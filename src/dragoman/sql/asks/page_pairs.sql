-- Purpose: pairs of events that the rule leaves open and nobody has judged since, those nearest to the line first.
-- Grain: one row per pair; `count` is of all there are.
-- Needs: matches, weights.
SELECT one, other, count(*) OVER () AS count
FROM matches
WHERE verdict = 'open' AND NOT list_contains($settled, one || ' ' || other)
ORDER BY abs(score - weight('act same line')) NULLS LAST, one, other
LIMIT 1 OFFSET $skip
