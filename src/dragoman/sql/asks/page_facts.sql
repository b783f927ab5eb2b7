-- Purpose: the facts that the page of search lets through, or how many there are of each value of each facet.
-- Grain: with `counting` one row per facet and value, else one per fact shown (`facet` is `row`).
-- Needs: ledger, sieve, shapes, traits, takings, facing, terms, coded.
WITH sorts AS MATERIALIZED (
  SELECT shape, first_place, last_place
  FROM shapes
  WHERE
    (len($facts) = 0 OR list_contains($facts, fact))
    AND (len($kinds) = 0 OR list_contains($kinds, kind))
    AND (len($modalities) = 0 OR list_contains($modalities, modality))
    AND (len($polarities) = 0 OR list_contains($polarities, polarity))
    AND (len($precisions) = 0 OR list_contains($precisions, precision))
    AND (len($voices) = 0 OR list_contains($voices, voice))
    AND (len($origins) = 0 OR list_contains($origins, origin))
    AND (len($dated) = 0 OR list_contains($dated, dated))
    AND (len($years) = 0 OR list_contains($years, year))
),
-- A word is looked up as the beginning of one; of a fact all words must be found.
spelt AS MATERIALIZED (
  SELECT DISTINCT asked.word, terms.term
  FROM (SELECT unnest($words) AS word) AS asked
  JOIN terms ON starts_with(terms.term, asked.word)
  WHERE len($words) > 0
),
worded AS MATERIALIZED (
  SELECT place
  FROM (SELECT DISTINCT spelt.word, unnest(terms.places) AS place FROM terms JOIN spelt ON spelt.term = terms.term WHERE len($words) > 0)
  GROUP BY place
  HAVING count(*) = len($words)
),
phrased AS (
  SELECT ledger.place
  FROM ledger
  JOIN worded ON worded.place = ledger.place
  WHERE
    len($phrases) > 0
    AND len(list_filter($phrases, lambda phrase: NOT contains(lower(concat_ws(' ', ledger.who, ledger.what, ledger.words, ledger.title)), phrase))) = 0
),
acting AS (
  SELECT code FROM coded WHERE $others IS NOT NULL AND id IN (SELECT unnest($doers))
),
facing_them AS (
  SELECT code FROM coded WHERE $doers IS NOT NULL AND id IN (SELECT unnest($others))
),
-- From one to another: whoever is on both sides faces himself.
faced AS (
  SELECT place FROM facing WHERE one IN (SELECT code FROM acting) AND other IN (SELECT code FROM facing_them) AND one_does AND other_is_other
  UNION ALL
  SELECT place FROM facing WHERE one IN (SELECT code FROM facing_them) AND other IN (SELECT code FROM acting) AND other_does AND one_is_other
  UNION ALL
  SELECT place FROM takings WHERE entity IN (SELECT unnest(list_intersect($doers, $others))) AND reach != 'alone' AND does AND is_other
),
-- Each way by which a fact must fit is a bit; what is not asked for is seen to be empty before anything is read.
meant AS (
  SELECT 1 AS way, place FROM worded WHERE len($words) > 0 AND len($phrases) = 0
  UNION ALL
  SELECT 1, place FROM phrased
  UNION ALL
  SELECT 2, place FROM takings WHERE $who IS NOT NULL AND entity IN (SELECT unnest($who)) AND reach != 'alone' AND (does OR has_done)
  UNION ALL
  SELECT 4, place FROM takings WHERE $doers IS NOT NULL AND $others IS NULL AND entity IN (SELECT unnest($doers)) AND reach != 'alone' AND does
  UNION ALL
  SELECT 8, place FROM takings WHERE $others IS NOT NULL AND $doers IS NULL AND entity IN (SELECT unnest($others)) AND reach != 'alone' AND is_other
  UNION ALL
  SELECT 12, place FROM faced
  UNION ALL
  SELECT 8 << list_position($things, entity), place
  FROM takings
  WHERE len($things) > 0 AND entity IN (SELECT unnest($things)) AND reach != 'whole' AND (does OR has_done)
),
narrowed AS (
  SELECT place FROM meant WHERE $ways > 1 GROUP BY place HAVING bit_count(bit_or(way)) = $ways
),
-- Where all that is asked for is told by places in the ledger, nothing else is looked at.
bare AS (
  SELECT place FROM sieve WHERE $bare AND $ways = 0
  UNION ALL
  SELECT DISTINCT place FROM meant WHERE $bare AND $ways = 1
  UNION ALL
  SELECT place FROM narrowed WHERE $bare AND $ways > 1
),
looked_at AS (
  SELECT sieve.* FROM sieve WHERE NOT $bare AND $ways = 0
  UNION ALL
  SELECT sieve.* FROM sieve SEMI JOIN meant ON meant.place = sieve.place WHERE NOT $bare AND $ways = 1
  UNION ALL
  SELECT sieve.* FROM sieve SEMI JOIN narrowed ON narrowed.place = sieve.place WHERE NOT $bare AND $ways > 1
),
sifted AS MATERIALIZED (
  SELECT
    place, shape, if($counting, outlet_said, NULL) AS outlet_said, if($counting, scene, NULL) AS scene, if($counting, involved, NULL) AS involved,
    CASE $sort WHEN 'outlet' THEN outlet_said WHEN 'kind' THEN kind WHEN 'who' THEN who END AS key,
    CASE $sort WHEN 'score' THEN score END AS weight
  FROM looked_at
  WHERE
    ($any_shape OR (
      shape IN (SELECT shape FROM sorts) AND place BETWEEN (SELECT min(first_place) FROM sorts) AND (SELECT max(last_place) FROM sorts)
    ))
    AND (len($outlets) = 0 OR list_contains($outlets, outlet_said))
    AND (len($scenes) = 0 OR list_contains($scenes, scene))
    AND ($since IS NULL OR until >= CAST($since AS DATE))
    AND ($until IS NULL OR since <= CAST($until AS DATE))
),
counted AS (
  SELECT traits.facet, traits.value, CAST(sum(shaped.count) AS BIGINT) AS count
  FROM (SELECT shape, count(*) AS count FROM sifted GROUP BY shape) AS shaped
  JOIN traits ON traits.shape = shaped.shape
  GROUP BY traits.facet, traits.value
  UNION ALL
  SELECT 'outlet', outlet_said, count(*) FROM sifted GROUP BY outlet_said
  UNION ALL
  SELECT 'place', scene, count(*) FROM sifted WHERE scene IS NOT NULL GROUP BY scene
),
taken AS (
  SELECT code, count(*) AS count FROM (SELECT unnest(involved) AS code FROM sifted) GROUP BY code
),
ranked AS (
  SELECT coded.kind, min({'less': -taken.count, 'name': coded.name, 'id': coded.id}, 12) AS most_named
  FROM taken
  JOIN coded ON coded.code = taken.code AND coded.kind IN ('person', 'state', 'body')
  GROUP BY coded.kind
),
named AS (
  SELECT kind AS facet, one.id AS value, one.name AS name, -one.less AS count FROM (SELECT kind, unnest(most_named) AS one FROM ranked)
),
-- The ledger stands in the order of days: the newest come first without sorting all.
chosen AS (
  SELECT place, row_number() OVER () AS shown
  FROM (
    SELECT place
    FROM (SELECT place, key, weight FROM sifted UNION ALL SELECT place, NULL, NULL FROM bare)
    ORDER BY key, weight DESC NULLS LAST, CASE WHEN $sort = 'oldest' THEN -place ELSE place END
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
SELECT facet, value, value AS name, count, NULL AS line, 0 AS place FROM counted WHERE $counting AND value IS NOT NULL
UNION ALL
SELECT facet, value, name, count, NULL, 0 FROM named WHERE $counting
UNION ALL
SELECT 'row', NULL, NULL, NULL, line, place FROM shown WHERE NOT $counting
ORDER BY place, facet, count DESC, name, value
