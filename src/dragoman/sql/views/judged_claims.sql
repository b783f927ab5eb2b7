-- Purpose: what people decided of single claims, the last word on each: an office, a standing, or a field that an event states.
-- Grain: one row per claim judged `right` or `wrong`.
-- Needs: parts.judgements.
SELECT
  "left" AS claim,
  field,
  arg_max(verdict, "at") AS verdict,
  arg_max("by", "at") AS "by",
  arg_max(why, "at") AS why
FROM parts.judgements
WHERE "right" IS NULL
GROUP BY "left", field
HAVING verdict IN ('right', 'wrong')
