-- Purpose: pairs of reports that may tell one story in words of their own, with what speaks for it in bits, and their sum.
-- Grain: one row per pair with a fresh report, within days of each other, that share a word which tells what they are about.
-- Needs: parts.sketches, nearby, weights.
-- Reports meet by the words that tell most of them, in a cell of days and the one after it; who states no day meets all.
WITH foremost AS MATERIALIZED (
  SELECT *
  FROM (
    SELECT
      near.id, near.day, epoch(near.day)::BIGINT // 86400 // (weight('story days')::BIGINT + 1) AS cell, near.is_fresh,
      unnest(sketches.telling[:weight('story words')::BIGINT]) AS term
    FROM nearby(weight('story days')) AS near
    JOIN parts.sketches AS sketches ON sketches.report = near.id
  )
  WHERE term[1] != '#' AND NOT contains(term, ' ')
),
celled AS MATERIALIZED (
  SELECT id, day, is_fresh, term, unnest([cell, cell + 1]) AS cell FROM foremost WHERE cell IS NOT NULL
),
met AS MATERIALIZED (
  SELECT DISTINCT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, abs(a.day - b.day) AS days_apart
  FROM celled AS a
  JOIN celled AS b ON b.term = a.term AND b.cell = a.cell AND b.id != a.id AND (b.id > a.id OR NOT b.is_fresh)
  WHERE a.is_fresh AND abs(a.day - b.day) <= weight('story days')
  UNION ALL
  SELECT DISTINCT least(a.id, b.id), greatest(a.id, b.id), NULL
  FROM foremost AS a
  JOIN foremost AS b ON b.term = a.term AND b.id != a.id AND (b.day IS NOT NULL OR b.id > a.id)
  WHERE a.day IS NULL AND (a.is_fresh OR b.is_fresh)
),
-- Only what met is laid out word by word.
termed AS MATERIALIZED (
  SELECT
    report AS id,
    unnest(telling) AS term,
    unnest(weights) AS weight,
    CASE WHEN term[1] = '#' THEN 'title' WHEN contains(term, ' ') THEN 'pair' ELSE 'word' END AS sort,
    sort = 'word' AND term[1] BETWEEN '0' AND '9' AS number
  FROM parts.sketches
  SEMI JOIN (SELECT one AS report FROM met UNION SELECT other FROM met) AS ends USING (report)
),
norms AS MATERIALIZED (
  SELECT
    id,
    sqrt(sum(weight * weight) FILTER (WHERE sort = 'word')) AS words,
    sqrt(sum(weight * weight) FILTER (WHERE number)) AS numbers,
    sqrt(sum(weight * weight) FILTER (WHERE sort = 'title')) AS titles,
    sqrt(sum(weight * weight) FILTER (WHERE sort = 'pair')) AS pairs
  FROM termed
  GROUP BY id
),
shared AS (
  SELECT
    met.one,
    met.other,
    any_value(met.days_apart) AS days_apart,
    sum(a.weight * b.weight) FILTER (WHERE a.sort = 'word') AS words,
    sum(a.weight * b.weight) FILTER (WHERE a.number) AS numbers,
    sum(a.weight * b.weight) FILTER (WHERE a.sort = 'title') AS titles,
    sum(a.weight * b.weight) FILTER (WHERE a.sort = 'pair') AS pairs,
    arg_max(ltrim(a.term, '^'), a.weight * b.weight, 8) FILTER (WHERE a.sort = 'word') AS telling,
    arg_max(a.term, a.weight * b.weight, 3) FILTER (WHERE a.sort = 'pair') AS side_by_side
  FROM met
  JOIN termed AS a ON a.id = met.one
  JOIN termed AS b ON b.id = met.other AND b.term = a.term
  GROUP BY met.one, met.other
),
found AS (
  SELECT
    shared.one,
    shared.other,
    list_filter(
      [
        {'feature': 'prior', 'score': weight('story prior'), 'why': 'most reports tell different stories'},
        {
          'feature': 'words',
          'score': round(weight('story likeness') * sqrt(shared.words / (a.words * b.words)), 2),
          'why': 'both tell of ' || array_to_string(list_sort(list_distinct(telling)), ', ')
        },
        {
          'feature': 'titles',
          'score': coalesce(round(weight('story titles') * sqrt(shared.titles / (a.titles * b.titles)), 2), 0),
          'why': 'their titles tell the same'
        },
        {
          'feature': 'pairs',
          'score': coalesce(round(weight('story pairs') * sqrt(shared.pairs / (a.pairs * b.pairs)), 2), 0),
          'why': coalesce('both say ' || array_to_string(list_sort(side_by_side), ', '), '')
        },
        {
          'feature': 'numbers',
          'score': coalesce(round(weight('story numbers') * sqrt(shared.numbers / (a.numbers * b.numbers)), 2), 0),
          'why': 'the same numbers'
        },
        {
          'feature': 'days',
          'score': coalesce(weight('story dated') + weight('story day apart') * days_apart, 0),
          'why': coalesce(if(days_apart = 0, 'of the same day', days_apart || ' days apart'), '')
        }
      ],
      lambda finding: finding.score != 0
    ) AS findings
  FROM shared
  JOIN norms AS a ON a.id = shared.one
  JOIN norms AS b ON b.id = shared.other
)
SELECT
  one,
  other,
  round(list_sum(list_transform(findings, lambda finding: finding.score)), 2) AS score,
  findings
FROM found
WHERE score >= weight('story least')
