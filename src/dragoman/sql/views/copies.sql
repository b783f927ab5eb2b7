-- Purpose: reports that repeat another, each under its origin: who credits nobody, came first, is longest.
-- Grain: one row per report that is a copy; `via` is the report most like it, `origin` the first of the chain.
-- Needs: likenesses, parts.sketches, parts.reports, weights.
WITH RECURSIVE named AS (
  SELECT
    reports.id,
    reports.published_from AS day,
    sketches.shingles,
    lower(reports.upstream) AS upstream,
    list_filter(
      [
        lower(reports.outlet), lower(reports.dateline_agency),
        lower(list_aggregate(list_transform(string_split(reports.outlet, ' '), lambda word: word[1]), 'string_agg', ''))
      ],
      lambda name: len(name) > 1
    ) AS houses,
    -- "NEVA" in the dateline of the Neva Telegraph Agency's own report is no credit to another.
    reports.upstream IS NOT NULL AND NOT (
      starts_with(lower(reports.outlet), lower(reports.upstream)) OR starts_with(coalesce(houses[-1], ''), lower(reports.upstream))
    ) AS credits
  FROM parts.reports AS reports
  JOIN parts.sketches AS sketches ON sketches.report = reports.id
),
ranked AS (
  SELECT *, row_number() OVER (ORDER BY credits, day NULLS LAST, shingles DESC, id) AS rank FROM named
),
likes AS MATERIALIZED (
  SELECT one, other, similarity FROM likenesses
),
both_ways AS (
  SELECT one AS report, other AS source, similarity FROM likes
  UNION ALL
  SELECT other, one, similarity FROM likes
),
-- One end after the other, so that no two reports meet that are nothing to each other.
from_here AS MATERIALIZED (
  SELECT both_ways.*, ranked.rank, ranked.upstream
  FROM both_ways
  JOIN ranked ON ranked.id = both_ways.report
),
-- Each copy is taken from the report it credits, or else the one most like it; ranks make a ring impossible.
taken AS MATERIALIZED (
  SELECT
    mine.report,
    arg_max(
      mine.source,
      (coalesce(list_contains(theirs.houses, mine.upstream), FALSE), round(mine.similarity, 1), -theirs.rank)
    ) AS via
  FROM from_here AS mine
  JOIN ranked AS theirs ON theirs.id = mine.source
  WHERE mine.rank - theirs.rank > 0
  GROUP BY mine.report
),
above AS (
  SELECT report, via, via AS source, 1 AS steps FROM taken
  UNION ALL
  SELECT above.report, above.via, taken.via, above.steps + 1
  FROM above
  JOIN taken ON taken.report = above.source
),
first AS (
  SELECT report, via, arg_max(source, steps) AS origin FROM above GROUP BY report, via
),
candidates AS (
  SELECT report, via, origin, TRUE AS is_first FROM first
  UNION ALL
  SELECT report, via, via, FALSE FROM first WHERE via != origin
),
-- The first of a chain may have been compared with its end, or not.
measured AS MATERIALIZED (
  SELECT candidates.*, both_ways.similarity
  FROM candidates
  LEFT JOIN both_ways ON both_ways.report = candidates.report AND both_ways.source = candidates.origin
),
laid AS (
  SELECT report, one_in, sample, list_concat(sample, quoted) AS whole, len(sample) < weight('copy narrated') AS few
  FROM parts.sketches
),
sampled AS (
  SELECT
    measured.* EXCLUDE (similarity),
    if(mine.few OR theirs.few, mine.whole, mine.sample) AS ours,
    if(mine.few OR theirs.few, theirs.whole, theirs.sample) AS others,
    greatest(mine.one_in, theirs.one_in) AS one_in
  FROM measured
  JOIN laid AS mine ON mine.report = measured.report
  JOIN laid AS theirs ON theirs.report = measured.origin
  WHERE measured.similarity IS NULL
),
thinned AS MATERIALIZED (
  SELECT
    * EXCLUDE (ours, others),
    list_filter(ours, lambda gram: gram % one_in = 0) AS ours,
    list_filter(others, lambda gram: gram % one_in = 0) AS others
  FROM sampled
),
compared AS (
  SELECT * FROM measured WHERE similarity IS NOT NULL
  UNION ALL
  SELECT report, via, origin, is_first, len(list_intersect(ours, others)) / greatest(least(len(ours), len(others)), 1)
  FROM thinned
),
chosen AS (
  SELECT report, via, origin, similarity
  FROM compared
  WHERE similarity >= weight('chain containment') OR NOT is_first OR via = origin
  QUALIFY row_number() OVER (PARTITION BY report ORDER BY is_first DESC) = 1
)
SELECT
  chosen.report,
  chosen.origin,
  CASE
    WHEN mine.text_sha256 = theirs.text_sha256 OR (chosen.similarity >= 0.999 AND a.shingles = b.shingles) THEN 'same'
    WHEN chosen.similarity >= weight('excerpt containment') AND a.shingles < weight('excerpt length') * b.shingles
      THEN 'excerpt'
    WHEN chosen.similarity >= weight('near containment') THEN 'near'
    ELSE 'rewrite'
  END AS relation,
  round(chosen.similarity, 3) AS similarity,
  -- Said in a credit line, in the dateline, or in passing: "…, NEVA reports".
  coalesce(list_contains(b.houses, a.upstream), FALSE) OR len(
    list_filter(
      [theirs.outlet, theirs.dateline_agency],
      lambda name: name != coalesce(mine.outlet, '')
        AND regexp_matches(mine.text, '(^|\W)' || regexp_escape(name) || '($|\W)')
    )
  ) > 0 AS credit,
  mine.upstream,
  chosen.via
FROM chosen
JOIN named AS a ON a.id = chosen.report
JOIN named AS b ON b.id = chosen.origin
JOIN parts.reports AS mine ON mine.id = chosen.report
JOIN parts.reports AS theirs ON theirs.id = chosen.origin
