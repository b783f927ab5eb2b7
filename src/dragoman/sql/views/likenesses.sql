-- Purpose: pairs of reports that share more words than independent accounts do, quoted words left out of account.
-- Grain: one row per pair with a fresh report, the one that lies before the other in the order of days first.
-- Needs: parts.sketches, parts.reports, fresh, weights.
WITH dated AS (
  SELECT
    reports.id,
    reports.published_from AS day,
    fresh.report IS NOT NULL AS is_fresh
  FROM parts.reports AS reports
  LEFT JOIN fresh ON fresh.report = reports.id
),
span AS (
  SELECT
    min(day) - weight('copy days')::INTEGER AS first_day,
    max(day) + weight('copy days')::INTEGER AS last_day,
    count(*) > count(day) AS undated
  FROM dated
  WHERE is_fresh
),
laid AS MATERIALIZED (
  SELECT
    row_number() OVER (ORDER BY near.day NULLS LAST, near.id) AS place,
    near.id,
    near.day,
    near.is_fresh,
    sketches.one_in,
    sketches.sample,
    sketches.quoted,
    len(sketches.sample) AS narrated,
    len(sketches.sample) + len(sketches.quoted) AS whole,
    len(list_filter(sketches.sample, lambda gram: gram & 3 = 0)) AS narrated_coarse,
    len(list_filter(list_concat(sketches.sample, sketches.quoted), lambda gram: gram & 3 = 0)) AS whole_coarse
  FROM (
    SELECT dated.*
    FROM dated
    CROSS JOIN span
    WHERE dated.is_fresh OR dated.day IS NULL OR span.undated OR dated.day BETWEEN span.first_day AND span.last_day
  ) AS near
  JOIN parts.sketches AS sketches ON sketches.report = near.id
),
sizes AS MATERIALIZED (
  SELECT * EXCLUDE (sample, quoted) FROM laid
),
-- A report's place, whether it is fresh and whether it quotes the shingle go into one number, to be sorted fast.
held AS (
  SELECT unnest(sample) AS gram, place * 4 + is_fresh::BIGINT * 2 AS holder FROM laid
  UNION ALL
  SELECT unnest(quoted), place * 4 + is_fresh::BIGINT * 2 + 1 FROM laid
),
shared_grams AS (
  SELECT gram FROM held GROUP BY gram HAVING count(*) > 1 AND bool_or(holder & 2 > 0)
),
-- Each report meets, for each shingle, only the twelve reports before it: linear however common the shingle is,
-- and a chain still joins a wire's hundred reprints.
before AS (
  SELECT
    gram,
    holder,
    list(holder) OVER (PARTITION BY gram ORDER BY holder ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING) AS holders
  FROM held
  WHERE gram IN (SELECT gram FROM shared_grams)
),
met AS (
  SELECT gram, holder, unnest(holders) AS other FROM before
),
counted AS (
  SELECT
    other // 4 AS one,
    holder // 4 AS other,
    count(*) FILTER (WHERE (other | holder) & 1 = 0) AS narrated,
    count(*) FILTER (WHERE (other | holder) & 1 = 0 AND gram & 3 = 0) AS narrated_coarse,
    count(*) AS whole,
    count(*) FILTER (WHERE gram & 3 = 0) AS whole_coarse
  FROM met
  WHERE (other | holder) & 2 > 0
  GROUP BY ALL
  HAVING count(*) > 2
),
-- A report that keeps all its shingles and one that keeps a sample are compared by the sample.
weighed AS (
  SELECT
    counted.one,
    counted.other,
    greatest(a.one_in, b.one_in) AS one_in,
    a.one_in = b.one_in AS alike,
    if(alike, counted.narrated, counted.narrated_coarse) AS narrated_common,
    if(alike, counted.whole, counted.whole_coarse) AS whole_common,
    if(alike, least(a.narrated, b.narrated), least(a.narrated_coarse, b.narrated_coarse)) AS narrated_size,
    if(alike, least(a.whole, b.whole), least(a.whole_coarse, b.whole_coarse)) AS whole_size,
    narrated_size < weight('copy narrated') AS few
  FROM counted
  JOIN sizes AS a ON a.place = counted.one
  JOIN sizes AS b ON b.place = counted.other
  WHERE coalesce(abs(date_diff('day', a.day, b.day)) <= weight('copy days'), TRUE)
)
SELECT
  a.id AS one,
  b.id AS other,
  round(if(few, whole_common / greatest(whole_size, 1), narrated_common / greatest(narrated_size, 1)), 3) AS similarity,
  if(few, whole_common, narrated_common) * weighed.one_in AS shingles,
  whole_common * weighed.one_in AS with_quoted,
  few
FROM weighed
JOIN sizes AS a ON a.place = weighed.one
JOIN sizes AS b ON b.place = weighed.other
WHERE
  similarity >= if(few, weight('copy whole containment'), weight('copy containment'))
  AND if(few, whole_common, narrated_common) * weighed.one_in >= weight('copy shingles')
