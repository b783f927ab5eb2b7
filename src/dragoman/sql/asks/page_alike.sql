-- Purpose: the same as other reports tell it: facts matched to it as one happening, in copies of its story, or of the same sort, kind and parties with days that meet or half the words shared.
-- Grain: one row per fact and report, those of the same story first, then those matched, then those that may be the same; of facts alike the 200 nearest in time are looked at.
-- Needs: ledger, sieve, leaves, kin, finds, happenings.
WITH mine AS MATERIALIZED (
  SELECT ledger.*, sieve.alike, list_distinct(regexp_extract_all(lower(ledger.words), '\w+')) AS terms
  FROM (SELECT place FROM leaves WHERE report = $report AND id = $id) AS here
  JOIN ledger ON ledger.place = here.place
  JOIN sieve ON sieve.place = here.place
),
likely AS MATERIALIZED (
  SELECT kin.place
  FROM kin
  JOIN mine ON mine.alike = kin.alike
  ORDER BY abs(kin.place - mine.place), kin.place
  LIMIT 200
),
candidates AS MATERIALIZED (
  SELECT place FROM likely
  UNION
  SELECT finds.place
  FROM finds
  JOIN (SELECT unnest(events) AS id FROM happenings WHERE id IN (SELECT happening FROM mine)) AS told ON told.id = finds.id
),
near AS (
  SELECT
    ledger.*, list_distinct(regexp_extract_all(lower(ledger.words), '\w+')) AS terms,
    coalesce(ledger.happening = mine.happening, FALSE) AS matched
  FROM ledger
  JOIN candidates ON candidates.place = ledger.place
  JOIN mine ON ledger.report != mine.report
  WHERE
    (ledger.parties = mine.parties AND ledger.parties != '' AND ledger.fact = mine.fact AND ledger.kind = mine.kind)
    OR ledger.happening = mine.happening
),
weighed AS (
  SELECT
    near.*,
    near.family = mine.family AS in_family,
    len(list_intersect(near.terms, mine.terms)) / greatest(least(len(near.terms), len(mine.terms)), 1) AS shared,
    mine.fact != 'statement' AND near.since <= mine.until AND near.until >= mine.since AS days_meet
  FROM near
  CROSS JOIN mine
)
SELECT
  id, fact, kind, day, who, what, words, passage, outlet, published, title, report, family AS origin, relation, in_family, matched,
  round(shared, 2) AS shared, scene AS place, modality, polarity
FROM weighed
WHERE shared >= 0.5 OR coalesce(days_meet, FALSE) OR matched
QUALIFY row_number() OVER (PARTITION BY report ORDER BY matched DESC, shared DESC, start, id) = 1
ORDER BY in_family DESC, matched DESC, shared DESC, published NULLS LAST, report
LIMIT $most
