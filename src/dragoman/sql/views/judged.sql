-- Purpose: what people decided of pairs, the last word on each.
-- Grain: one row per pair judged, the lesser id first.
-- Needs: parts.judgements.
SELECT
  least("left", "right") AS one,
  greatest("left", "right") AS other,
  arg_max(verdict, "at") AS verdict,
  arg_max("by", "at") AS "by",
  arg_max(why, "at") AS why
FROM parts.judgements
WHERE "right" IS NOT NULL
GROUP BY ALL
