-- Purpose: a pair of events with the findings for and against their being one.
-- Grain: one row, or none where the rule did not think of them.
-- Needs: matches.
SELECT one, other, verdict, score, findings
FROM matches
WHERE one = least($left, $right) AND other = greatest($left, $right)
