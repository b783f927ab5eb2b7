-- Purpose: pairs of acts taken for one, left open, or told apart by a person; a judgement stands above the rule.
-- Grain: one row per pair.
-- Needs: pairings, judged.
SELECT
  coalesce(pairings.one, judged.one) AS one,
  coalesce(pairings.other, judged.other) AS other,
  CASE judged.verdict WHEN 'unsure' THEN 'open' ELSE coalesce(judged.verdict, pairings.verdict) END AS verdict,
  pairings.score,
  coalesce(judged."by", 'rule') AS "by",
  judged.why,
  pairings.findings
FROM pairings
FULL JOIN judged ON judged.one = pairings.one AND judged.other = pairings.other
WHERE pairings.verdict != 'different' OR judged.verdict IS NOT NULL
