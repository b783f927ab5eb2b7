-- Purpose: pairs of reports that share more words than independent accounts do, quoted words left out of account.
-- Grain: one row per pair with a fresh report, the one that lies before the other in the order of days first.
-- Needs: shared_shingles, weights.
WITH weighed AS (
  -- A report that keeps all its shingles and one that keeps a sample are compared by the sample.
  SELECT
    one,
    other,
    greatest(a.one_in, b.one_in) AS one_in,
    a.one_in = b.one_in AS alike,
    if(alike, narrated, narrated_coarse) AS narrated_common,
    if(alike, whole, whole_coarse) AS whole_common,
    if(alike, least(a.narrated, b.narrated), least(a.narrated_coarse, b.narrated_coarse)) AS narrated_size,
    if(alike, least(a.whole, b.whole), least(a.whole_coarse, b.whole_coarse)) AS whole_size,
    narrated_size < weight('copy narrated') AS few,
    if(few, whole_common, narrated_common) * one_in AS shingles,
    round(if(few, whole_common / greatest(whole_size, 1), narrated_common / greatest(narrated_size, 1)), 3) AS similarity
  FROM shared_shingles
  WHERE coalesce(abs(date_diff('day', a.day, b.day)) <= weight('copy days'), TRUE)
)
SELECT one, other, similarity, shingles, few
FROM weighed
WHERE
  similarity >= if(few, weight('copy whole containment'), weight('copy containment'))
  AND shingles >= if(similarity < weight('near containment'), weight('copy shingles'), weight('short copy shingles'))
