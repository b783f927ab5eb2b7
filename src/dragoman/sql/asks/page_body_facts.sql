-- Purpose: the offices of a body and the meetings it took part in.
-- Grain: one row per section and fact, `most` of each section, newest first; `count` is of the whole section.
-- Needs: ledger, takings.
WITH newest AS (
  SELECT if(section = 'met', 'meetings', section) AS section, count(*) AS count, min(place, CAST($most AS BIGINT)) AS places
  FROM takings
  WHERE entity = $id AND reach IN ('both', 'alone') AND section IN ('offices', 'met')
  GROUP BY ALL
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
