-- Purpose: why two acts are taken for one or left apart: the findings for and against it in bits.
-- Grain: one row per pair of events, one of whose ids begins with `left` and the other's with `right`.
-- Needs: matches.
SELECT *
FROM matches
WHERE
  (starts_with(one, $left_row) AND starts_with(other, $right_row))
  OR (starts_with(one, $right_row) AND starts_with(other, $left_row))
ORDER BY score DESC
