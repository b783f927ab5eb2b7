-- Purpose: the facts on a thing by what it did or had done to it; some sections are parts of others.
-- Grain: one row per section and fact, `most` of each section, newest first; `count` is of the whole section.
-- Needs: ledger, takings.
WITH taken AS MATERIALIZED (
  SELECT place, section, second FROM takings WHERE entity = $id AND reach IN ('both', $reach)
),
placed AS (
  SELECT section, place FROM taken WHERE section IS NOT NULL
  UNION ALL
  SELECT second, place FROM taken WHERE second IS NOT NULL
),
newest AS (
  SELECT section, count(*) AS count, min(place, CAST($most AS BIGINT)) AS places
  FROM placed
  WHERE CAST($name AS VARCHAR) IS NULL OR section = $name
  GROUP BY section
),
shown AS (
  SELECT section, count, unnest(places) AS place FROM newest
)
SELECT
  shown.section, shown.count, ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words, ledger.outlet,
  ledger.published, ledger.title, ledger.report
FROM shown
JOIN ledger ON ledger.place = shown.place
ORDER BY shown.section, shown.place
