-- Purpose: what passed between two: meetings, words and deeds, with their direction.
-- Grain: one row per lane and fact, `most` of each lane, newest first; `count` is of the whole lane.
-- Needs: ledger, facing, coded, sieve, shapes, takings.
-- Of each fact both stand in, how one of us and one of them does; whoever is on both sides faces himself.
WITH ours AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest($left))
),
theirs AS (
  SELECT code FROM coded WHERE id IN (SELECT unnest($right))
),
faced AS (
  SELECT place, shape, one_does AS does, (one_has_done OR one_meant) AS has_it, other_does AS they_do, (other_has_done OR other_meant) AS they_have_it
  FROM facing
  WHERE one IN (SELECT code FROM ours) AND other IN (SELECT code FROM theirs)
  UNION ALL
  SELECT place, shape, other_does, (other_has_done OR other_meant), one_does, (one_has_done OR one_meant)
  FROM facing
  WHERE one IN (SELECT code FROM theirs) AND other IN (SELECT code FROM ours)
  UNION ALL
  SELECT takings.place, sieve.shape, does, (has_done OR meant), does, (has_done OR meant)
  FROM takings
  JOIN sieve ON sieve.place = takings.place
  WHERE reach != 'alone' AND entity IN (SELECT unnest(list_intersect($left, $right)))
),
both_sides AS (
  SELECT
    place, any_value(shape) AS shape, bool_or(does) AS does, bool_or(has_it) AS has_it, bool_or(they_do) AS they_do,
    bool_or(they_have_it) AS they_have_it
  FROM faced
  GROUP BY place
),
placed AS MATERIALIZED (
  SELECT
    both_sides.place, shapes.lane,
    CASE WHEN shapes.lane = 'meetings' OR (does AND they_do) THEN 'both' WHEN does THEN 'right' ELSE 'left' END AS way
  FROM both_sides
  JOIN shapes ON shapes.shape = both_sides.shape AND shapes.lane IS NOT NULL
  WHERE
    CASE
      WHEN shapes.lane = 'meetings' THEN TRUE
      WHEN shapes.fact = 'statement' THEN (does AND they_have_it) OR (they_do AND has_it)
      ELSE (does AND (they_have_it OR they_do)) OR (they_do AND has_it)
    END
),
newest AS (
  SELECT lane, count(*) AS count, min(place, CAST($most AS BIGINT)) AS places FROM placed GROUP BY lane
),
shown AS (
  SELECT lane, count, unnest(places) AS place FROM newest
)
SELECT
  shown.lane, placed.way, shown.count, ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words,
  ledger.outlet, ledger.published, ledger.title, ledger.report, ledger.since AS dated, ledger.day_from IS NULL AS of_report
FROM shown
JOIN placed ON placed.place = shown.place
JOIN ledger ON ledger.place = shown.place
ORDER BY shown.lane, shown.place
