-- Purpose: the facts that the page of search lets through, and how many there are of each value of each facet.
-- Grain: one row per facet and value (`line` null), then one per fact shown (`facet` is `row`).
-- Needs: ledger, takings, entities.
WITH sifted AS MATERIALIZED (
  SELECT place, fact, kind, outlet_said, modality, precision, voice, origin, dated, year, scene, who, score
  FROM ledger
  WHERE
    ($who IS NULL OR place IN (SELECT place FROM takings WHERE part = 'any' AND entity IN (SELECT unnest($who))))
    AND (len($things) = 0 OR place IN (
      SELECT place FROM takings WHERE part = 'any' AND entity IN (SELECT unnest($things)) GROUP BY place HAVING count(*) = len($things)
    ))
    AND ($doers IS NULL OR place IN (SELECT place FROM takings WHERE part = 'doer' AND entity IN (SELECT unnest($doers))))
    AND ($others IS NULL OR place IN (SELECT place FROM takings WHERE part = 'other' AND entity IN (SELECT unnest($others))))
    AND (len($facts) = 0 OR list_contains($facts, fact))
    AND (len($kinds) = 0 OR list_contains($kinds, kind))
    AND (len($outlets) = 0 OR list_contains($outlets, outlet_said))
    AND (len($modalities) = 0 OR list_contains($modalities, modality))
    AND (len($scenes) = 0 OR list_contains($scenes, scene))
    AND (len($precisions) = 0 OR list_contains($precisions, precision))
    AND (len($voices) = 0 OR list_contains($voices, voice))
    AND (len($origins) = 0 OR list_contains($origins, origin))
    AND (len($dated) = 0 OR list_contains($dated, dated))
    AND (len($years) = 0 OR list_contains($years, year))
    AND ($since IS NULL OR until >= CAST($since AS DATE))
    AND ($until IS NULL OR since <= CAST($until AS DATE))
    AND (
      len($words) = 0
      OR len(list_filter($words, lambda word: NOT contains(lower(concat_ws(' ', who, what, words, title)), word))) = 0
    )
),
counted AS (
  SELECT
    CASE
      WHEN GROUPING(fact) = 0 THEN 'fact' WHEN GROUPING(kind) = 0 THEN 'kind' WHEN GROUPING(outlet_said) = 0 THEN 'outlet'
      WHEN GROUPING(modality) = 0 THEN 'modality' WHEN GROUPING(precision) = 0 THEN 'precision'
      WHEN GROUPING(voice) = 0 THEN 'voice' WHEN GROUPING(origin) = 0 THEN 'origin'
      WHEN GROUPING(dated) = 0 THEN 'dated' WHEN GROUPING(scene) = 0 THEN 'place' ELSE 'year'
    END AS facet,
    coalesce(fact, kind, outlet_said, modality, precision, voice, origin, dated, scene, year) AS value,
    count(*) AS count
  FROM sifted
  GROUP BY GROUPING SETS ((fact), (kind), (outlet_said), (modality), (precision), (voice), (origin), (dated), (scene), (year))
),
taken AS (
  SELECT entity, count(*) AS count
  FROM takings
  WHERE part = 'any' AND place IN (SELECT place FROM sifted)
  GROUP BY entity
),
named AS (
  SELECT entities.kind AS facet, entities.id AS value, entities.name, taken.count
  FROM taken
  JOIN entities ON entities.id = taken.entity AND entities.kind IN ('person', 'state', 'body')
  QUALIFY row_number() OVER (PARTITION BY entities.kind ORDER BY taken.count DESC, entities.name, entities.id) <= 12
),
-- The ledger stands in the order of days: the newest come first without sorting all.
chosen AS (
  SELECT place, row_number() OVER () AS shown
  FROM (
    SELECT place
    FROM sifted
    ORDER BY
      CASE $sort WHEN 'outlet' THEN outlet_said WHEN 'kind' THEN kind WHEN 'who' THEN who END,
      CASE WHEN $sort = 'score' THEN score END DESC NULLS LAST,
      CASE WHEN $sort = 'oldest' THEN -place END,
      place
    LIMIT $most OFFSET $skip
  )
),
shown AS (
  SELECT
    chosen.shown AS place,
    {
      'id': id, 'fact': fact, 'kind': kind, 'day': day, 'who': who, 'what': what, 'words': words, 'outlet': outlet,
      'published': published, 'title': title, 'report': report, 'score': score, 'rule': rule
    } AS line
  FROM chosen
  JOIN ledger ON ledger.place = chosen.place
)
SELECT facet, value, value AS name, count, NULL AS line, 0 AS place FROM counted WHERE value IS NOT NULL
UNION ALL
SELECT facet, value, name, count, NULL, 0 FROM named
UNION ALL
SELECT 'row', NULL, NULL, NULL, line, place FROM shown
ORDER BY place, facet, count DESC, name, value
