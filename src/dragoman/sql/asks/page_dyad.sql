-- Purpose: what passed between two: meetings, words and deeds, with their direction.
-- Grain: one row per lane and fact, `most` of each lane, newest first; `count` is of the whole lane.
-- Needs: ledger, sieve, shapes, takings.
WITH ours AS (
  SELECT place, bool_or(does) AS does, bool_or(has_done OR meant) AS has_it
  FROM takings
  WHERE entity IN (SELECT unnest($left)) AND reach != 'alone'
  GROUP BY place
),
theirs AS (
  SELECT place, bool_or(does) AS does, bool_or(has_done OR meant) AS has_it
  FROM takings
  WHERE entity IN (SELECT unnest($right)) AND reach != 'alone'
  GROUP BY place
),
placed AS MATERIALIZED (
  SELECT
    ours.place, shapes.lane,
    CASE WHEN shapes.lane = 'meetings' OR (ours.does AND theirs.does) THEN 'both' WHEN ours.does THEN 'right' ELSE 'left' END AS way
  FROM ours
  JOIN theirs ON theirs.place = ours.place
  JOIN sieve ON sieve.place = ours.place
  JOIN shapes ON shapes.shape = sieve.shape AND shapes.lane IS NOT NULL
  WHERE
    CASE
      WHEN shapes.lane = 'meetings' THEN TRUE
      WHEN shapes.fact = 'statement' THEN (ours.does AND theirs.has_it) OR (theirs.does AND ours.has_it)
      ELSE (ours.does AND (theirs.has_it OR theirs.does)) OR (theirs.does AND ours.has_it)
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
