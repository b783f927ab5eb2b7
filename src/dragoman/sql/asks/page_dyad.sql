-- Purpose: what passed between two: meetings, words and deeds, with their direction.
-- Grain: one row per lane and fact, `most` of each lane, newest first; `count` is of the whole lane.
-- Needs: ledger, takings.
WITH shared AS MATERIALIZED (
  SELECT place FROM takings WHERE entity IN (SELECT unnest($left))
  INTERSECT
  SELECT place FROM takings WHERE entity IN (SELECT unnest($right))
),
sided AS MATERIALIZED (
  SELECT
    ledger.place, ledger.fact, ledger.kind, ledger.modality, ledger.polarity, ledger.mode,
    list_has_any(ledger.doers, $left) AS left_does,
    list_has_any(ledger.doers, $right) AS right_does,
    list_has_any(list_concat(ledger.recipients, ledger.about), $left) AS left_has,
    list_has_any(list_concat(ledger.recipients, ledger.about), $right) AS right_has
  FROM ledger
  JOIN shared ON shared.place = ledger.place
  WHERE ledger.fact IN ('statement', 'event')
),
placed AS (
  SELECT
    place,
    CASE
      WHEN fact = 'event' AND kind = 'CONSULT' AND modality = 'actual' THEN 'meetings'
      WHEN kind IN ('COOPERATE', 'AID', 'RETREAT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT') THEN 'deeds'
      ELSE 'words'
    END AS lane,
    CASE WHEN lane = 'meetings' OR (left_does AND right_does) THEN 'both' WHEN left_does THEN 'right' ELSE 'left' END AS way
  FROM sided
  WHERE
    CASE
      WHEN lane = 'meetings' THEN
        polarity = 'asserted' AND mode IS DISTINCT FROM 'third-party' AND (left_does OR left_has) AND (right_does OR right_has)
      WHEN fact = 'statement' THEN (left_does AND right_has) OR (right_does AND left_has)
      ELSE (left_does AND (right_has OR right_does)) OR (right_does AND left_has)
    END
),
newest AS (
  SELECT lane, way, place, count(*) OVER (PARTITION BY lane) AS count
  FROM placed
  QUALIFY row_number() OVER (PARTITION BY lane ORDER BY place) <= $most
)
SELECT
  newest.lane, newest.way, newest.count, ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words,
  ledger.outlet, ledger.published, ledger.title, ledger.report, ledger.since AS dated, ledger.day_from IS NULL AS of_report
FROM newest
JOIN ledger ON ledger.place = newest.place
ORDER BY newest.lane, newest.place
