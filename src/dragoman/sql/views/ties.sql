-- Purpose: pairs of reports that may tell one story in words of their own, with what speaks for it in bits, and their sum.
-- Grain: one row per pair with a fresh report, within days of each other, that share a word which tells what they are about.
-- Needs: parts.sketches, parts.reports, fresh, weights.
WITH laid AS (
  SELECT
    reports.id,
    reports.published_from AS day,
    epoch(reports.published_from)::BIGINT // 86400 // (weight('story days')::BIGINT + 1) AS cell,
    fresh.report IS NOT NULL AS is_fresh,
    sketches.telling,
    sketches.weights,
    sqrt(list_sum(list_transform(sketches.weights, lambda one: one * one))) AS norm
  FROM parts.sketches AS sketches
  JOIN parts.reports AS reports ON reports.id = sketches.report
  LEFT JOIN fresh ON fresh.report = reports.id
  WHERE len(sketches.telling) > 0
),
span AS (
  SELECT
    min(day) - weight('story days')::INTEGER AS first_day,
    max(day) + weight('story days')::INTEGER AS last_day,
    count(*) > count(day) AS undated
  FROM laid
  WHERE is_fresh
),
worded AS MATERIALIZED (
  SELECT
    laid.id,
    laid.day,
    laid.cell,
    laid.is_fresh,
    unnest(laid.telling) AS word,
    unnest(laid.weights) / laid.norm AS weight,
    generate_subscripts(laid.telling, 1) AS rank
  FROM laid
  CROSS JOIN span
  WHERE laid.is_fresh OR laid.day IS NULL OR span.undated OR laid.day BETWEEN span.first_day AND span.last_day
),
numbered AS MATERIALIZED (
  SELECT id, sqrt(sum(weight * weight)) AS norm FROM worded WHERE word[1] BETWEEN '0' AND '9' GROUP BY id
),
-- Reports meet by the words that tell most of them, in a cell of days and the one after it; who states no day meets all.
celled AS MATERIALIZED (
  SELECT id, day, is_fresh, word, unnest([cell, cell + 1]) AS cell
  FROM worded
  WHERE rank <= weight('story words') AND cell IS NOT NULL
),
met AS (
  SELECT DISTINCT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, abs(a.day - b.day) AS days_apart
  FROM celled AS a
  JOIN celled AS b ON b.word = a.word AND b.cell = a.cell AND b.id > a.id
  WHERE (a.is_fresh OR b.is_fresh) AND abs(a.day - b.day) <= weight('story days')
  UNION ALL
  SELECT DISTINCT least(a.id, b.id), greatest(a.id, b.id), NULL
  FROM worded AS a
  JOIN worded AS b ON b.word = a.word AND b.id != a.id AND (b.day IS NOT NULL OR b.id > a.id)
  WHERE
    a.day IS NULL
    AND (a.is_fresh OR b.is_fresh)
    AND a.rank <= weight('story words')
    AND b.rank <= weight('story words')
),
shared AS (
  SELECT
    met.one,
    met.other,
    any_value(met.days_apart) AS days_apart,
    sum(a.weight * b.weight) AS likeness,
    sum(a.weight * b.weight) FILTER (WHERE a.word[1] BETWEEN '0' AND '9') AS number_likeness,
    arg_max(ltrim(a.word, '^'), a.weight * b.weight, 8) AS words
  FROM met
  JOIN worded AS a ON a.id = met.one
  JOIN worded AS b ON b.id = met.other AND b.word = a.word
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
          'score': round(weight('story likeness') * sqrt(likeness), 2),
          'why': 'both tell of ' || array_to_string(list_sort(list_distinct(words)), ', ')
        },
        {
          'feature': 'numbers',
          'score': coalesce(round(weight('story numbers') * sqrt(number_likeness / (a.norm * b.norm)), 2), 0),
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
  LEFT JOIN numbered AS a ON a.id = shared.one
  LEFT JOIN numbered AS b ON b.id = shared.other
)
SELECT
  one,
  other,
  round(list_sum(list_transform(findings, lambda finding: finding.score)), 2) AS score,
  findings
FROM found
WHERE score >= weight('story least')
