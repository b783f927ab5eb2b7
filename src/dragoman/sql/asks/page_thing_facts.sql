-- Purpose: the facts on a thing by what it did or had done to it; some sections are parts of others.
-- Grain: one row per section and fact, `most` of each section, newest first; `count` is of the whole section.
-- Needs: ledger, takings.
WITH taken AS MATERIALIZED (
  SELECT DISTINCT place FROM takings WHERE entity IN (SELECT unnest($ids))
),
near AS MATERIALIZED (
  SELECT
    ledger.place, ledger.fact, ledger.kind, ledger.modality, ledger.polarity, ledger.mode,
    list_has_any(ledger.doers, $ids) AS does,
    list_has_any(ledger.recipients, $ids) AS has_done,
    list_has_any(ledger.about, $ids) AS meant
  FROM ledger
  JOIN taken ON taken.place = ledger.place
),
placed AS (
  SELECT place, unnest(CASE
    WHEN fact = 'event' AND kind = 'CONSULT' AND modality = 'actual' THEN
      if(polarity = 'asserted' AND mode IS DISTINCT FROM 'third-party' AND (does OR has_done), ['met'], [])
    WHEN fact = 'event' AND does THEN [
      CASE kind
        WHEN 'REQUEST' THEN 'asked' WHEN 'AGREE' THEN 'agreed and promised' WHEN 'ACCUSE' THEN 'accused' WHEN 'THREATEN' THEN 'threatened'
        WHEN 'ASSAULT' THEN 'attacked' WHEN 'SUPPORT' THEN 'backed' WHEN 'REJECT' THEN 'refused' ELSE 'did otherwise'
      END
    ]
    WHEN fact = 'event' AND has_done THEN ['had done to it']
    WHEN fact = 'statement' AND does THEN ['said']
    WHEN fact = 'statement' THEN list_concat(if(has_done, ['was told'], []), if(meant, ['was spoken of'], []))
    WHEN fact = 'tenure' THEN ['offices']
    WHEN fact = 'standing' THEN ['standings']
  END) AS section
  FROM near
),
newest AS (
  SELECT section, place, count(*) OVER (PARTITION BY section) AS count
  FROM placed
  WHERE CAST($name AS VARCHAR) IS NULL OR section = $name
  QUALIFY row_number() OVER (PARTITION BY section ORDER BY place) <= $most
)
SELECT
  newest.section, newest.count, ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words, ledger.outlet,
  ledger.published, ledger.title, ledger.report
FROM newest
JOIN ledger ON ledger.place = newest.place
ORDER BY newest.section, newest.place
