-- Purpose: the facts on a thing by what it did or had done to it; some sections are parts of others.
-- Grain: one row per section and fact, `most` of each section, five hundred at most, newest first; `count` is of the whole section.
-- Needs: ledger, sections.
WITH newest AS (
  SELECT section, CAST(sum(count) AS BIGINT) AS count, list_sort(flatten(list(places)))[:CAST($most AS BIGINT)] AS places
  FROM sections
  WHERE entity = $id AND reach IN ('both', $reach) AND (CAST($name AS VARCHAR) IS NULL OR section = $name)
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
