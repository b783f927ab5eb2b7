-- Purpose: pairs of events that the rule leaves open, those nearest to the line first.
-- Grain: one row per pair.
-- Needs: matches, weights.
SELECT one, other
FROM matches
WHERE verdict = 'open'
ORDER BY abs(score - weight('act same line')) NULLS LAST, one, other
