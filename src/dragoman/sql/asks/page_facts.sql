-- Purpose: the facts that the page of search lets through, and how many there are of each value of each facet.
-- Grain: one row per facet and value (`line` null), then one per fact shown (`facet` is `row`).
-- Needs: facts, told, done, copies, entities.
WITH laid AS (
  SELECT
    facts.*,
    CASE facts.fact
      WHEN 'statement' THEN list_filter([told.speaker_id], lambda one: one IS NOT NULL)
      WHEN 'event' THEN done.actor_ids
      ELSE facts.involved[1:1]
    END AS doers,
    CASE facts.fact
      WHEN 'statement' THEN list_filter(list_append(told.about_ids, told.addressee_id), lambda one: one IS NOT NULL)
      WHEN 'event' THEN list_concat(done.recipient_ids, if(len(done.recipient_ids) = 0, done.actor_ids, []))
      ELSE facts.involved[2:]
    END AS others,
    coalesce(facts.outlet, 'not stated') AS outlet_said,
    done.modality,
    coalesce(done.place_precision, if(facts.fact = 'event', 'unknown', NULL)) AS precision,
    if(facts.fact = 'event', if(done.voice IS NULL, 'the outlet’s', 'somebody quoted'), NULL) AS voice,
    if(copies.report IS NULL, 'origin', 'copy') AS origin,
    if(facts.day IS NULL, 'not told', 'told') AS dated,
    coalesce(left(coalesce(facts.day, facts.published), 4), 'unknown') AS year
  FROM facts
  LEFT JOIN told ON told.id = facts.id
  LEFT JOIN done ON done.id = facts.id
  LEFT JOIN copies ON copies.report = facts.report
),
sifted AS (
  SELECT *
  FROM laid
  WHERE
    ($who IS NULL OR list_has_any(involved, $who))
    AND list_has_all(involved, $things)
    AND ($doers IS NULL OR list_has_any(doers, $doers))
    AND ($others IS NULL OR list_has_any(others, $others))
    AND (len($facts) = 0 OR list_contains($facts, fact))
    AND (len($kinds) = 0 OR list_contains($kinds, kind))
    AND (len($outlets) = 0 OR list_contains($outlets, outlet_said))
    AND (len($modalities) = 0 OR list_contains($modalities, modality))
    AND (len($precisions) = 0 OR list_contains($precisions, precision))
    AND (len($voices) = 0 OR list_contains($voices, voice))
    AND (len($origins) = 0 OR list_contains($origins, origin))
    AND (len($dated) = 0 OR list_contains($dated, dated))
    AND (len($years) = 0 OR list_contains($years, year))
    AND ($since IS NULL OR coalesce(day_to, TRY_CAST(published AS DATE)) >= CAST($since AS DATE))
    AND ($until IS NULL OR coalesce(day_from, TRY_CAST(published AS DATE)) <= CAST($until AS DATE))
    AND len(list_filter($words, lambda word: NOT contains(lower(concat_ws(' ', who, what, words, title)), word))) = 0
),
counted AS (
  SELECT
    CASE
      WHEN GROUPING(fact) = 0 THEN 'fact' WHEN GROUPING(kind) = 0 THEN 'kind' WHEN GROUPING(outlet_said) = 0 THEN 'outlet'
      WHEN GROUPING(modality) = 0 THEN 'modality' WHEN GROUPING(precision) = 0 THEN 'precision'
      WHEN GROUPING(voice) = 0 THEN 'voice' WHEN GROUPING(origin) = 0 THEN 'origin'
      WHEN GROUPING(dated) = 0 THEN 'dated' ELSE 'year'
    END AS facet,
    coalesce(fact, kind, outlet_said, modality, precision, voice, origin, dated, year) AS value,
    count(*) AS count
  FROM sifted
  GROUP BY GROUPING SETS ((fact), (kind), (outlet_said), (modality), (precision), (voice), (origin), (dated), (year))
),
named AS (
  SELECT entities.kind AS facet, entities.id AS value, entities.name, count(*) AS count
  FROM (SELECT DISTINCT id AS row, unnest(involved) AS entity FROM sifted) AS taking_part
  JOIN entities ON entities.id = taking_part.entity AND entities.kind IN ('person', 'state', 'body')
  GROUP BY entities.kind, entities.id, entities.name
  QUALIFY row_number() OVER (PARTITION BY entities.kind ORDER BY count(*) DESC, entities.name, entities.id) <= 12
),
shown AS (
  SELECT
    row_number() OVER (
      ORDER BY
        CASE $sort WHEN 'outlet' THEN outlet_said WHEN 'kind' THEN kind WHEN 'who' THEN who END,
        CASE WHEN $sort = 'score' THEN score END DESC NULLS LAST,
        CASE WHEN $sort = 'oldest' THEN coalesce(day_from, TRY_CAST(published AS DATE)) END NULLS LAST,
        coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id
    ) AS place,
    {
      'id': id, 'fact': fact, 'kind': kind, 'day': day, 'who': who, 'what': what, 'words': words, 'outlet': outlet,
      'published': published, 'title': title, 'report': report, 'score': score, 'rule': rule
    } AS line
  FROM sifted
  QUALIFY place > $skip AND place <= $skip + $most
)
SELECT facet, value, value AS name, count, NULL AS line, 0 AS place FROM counted WHERE value IS NOT NULL
UNION ALL
SELECT facet, value, name, count, NULL, 0 FROM named
UNION ALL
SELECT 'row', NULL, NULL, NULL, line, place FROM shown
ORDER BY place, facet, count DESC, name, value
