-- Purpose: reports that repeat another: their sampled shingles lie within it to two fifths or more.
-- Grain: one row per report that is a copy, under the one report taken as origin.
-- Needs: parts.sketches, parts.reports.
WITH grams AS (
  SELECT report, unnest(sample) AS gram
  FROM parts.sketches
  WHERE len(sample) > 4
),
sizes AS (
  SELECT report, len(sample) AS size FROM parts.sketches
),
shared AS (
  SELECT one.report AS one, other.report AS other, count(*) AS common
  FROM grams AS one
  JOIN grams AS other ON other.gram = one.gram AND one.report < other.report
  GROUP BY ALL
),
pairs AS (
  SELECT shared.one, shared.other, shared.common / least(a.size, b.size) AS similarity, a.size AS one_size, b.size AS other_size
  FROM shared
  JOIN sizes AS a ON a.report = shared.one
  JOIN sizes AS b ON b.report = shared.other
  WHERE shared.common / least(a.size, b.size) >= 0.4
),
both_ways AS (
  SELECT one AS report, other AS origin, similarity, one_size AS size, other_size AS origin_size FROM pairs
  UNION ALL
  SELECT other, one, similarity, other_size, one_size FROM pairs
),
ranked AS (
  SELECT
    both_ways.*,
    mine.upstream IS NOT NULL AND mine.upstream = theirs.outlet AS credit,
    row_number() OVER (
      PARTITION BY both_ways.report
      ORDER BY theirs.upstream IS NULL DESC, theirs.published_from NULLS LAST, both_ways.origin_size DESC, both_ways.origin
    ) AS rank,
    (theirs.upstream IS NULL, -coalesce(epoch(theirs.published_from), 1e18), both_ways.origin_size, both_ways.origin)
      > (mine.upstream IS NULL, -coalesce(epoch(mine.published_from), 1e18), both_ways.size, both_ways.report) AS earlier
  FROM both_ways
  JOIN parts.reports AS mine ON mine.id = both_ways.report
  JOIN parts.reports AS theirs ON theirs.id = both_ways.origin
)
SELECT
  report,
  origin,
  CASE
    WHEN similarity >= 0.999 AND size = origin_size THEN 'same'
    WHEN similarity >= 0.8 AND size < 0.8 * origin_size THEN 'excerpt'
    WHEN similarity >= 0.7 THEN 'near'
    ELSE 'rewrite'
  END AS relation,
  round(similarity, 3) AS similarity,
  credit
FROM ranked
WHERE rank = 1 AND earlier
