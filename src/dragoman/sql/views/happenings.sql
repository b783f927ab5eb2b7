-- Purpose: acts, each once, with all reports under it: how many tell it, of how many outlets, from how many origins.
-- Grain: one row per happening.
-- Needs: clusters, done, origins, chosen, matches, conflicts.
WITH told_again AS MATERIALIZED (
  SELECT happening FROM clusters GROUP BY happening HAVING count(*) > 1
),
gathered AS (
  SELECT
    clusters.happening AS id,
    mode(done.kind ORDER BY done.kind) AS kind,
    mode(done.mode ORDER BY done.mode) AS mode,
    arg_max(done.actors, (len(done.actor_ids), done.score, done.id)) AS actors,
    arg_max(done.recipients, (len(done.recipient_ids), done.score, done.id)) AS recipients,
    mode(done.polarity ORDER BY done.polarity) AS polarity,
    mode(done.modality ORDER BY done.modality) AS modality,
    arg_max(done.words, (done.score, done.id)) AS words,
    count(DISTINCT done.report) AS reports,
    count(DISTINCT done.outlet) AS outlets,
    count(DISTINCT origins.house) AS origins,
    min(done.published) AS published,
    min(done.day_from) AS day_from,
    max(done.day_to) AS day_to,
    list(done.id ORDER BY done.id) AS events,
    list_sort(list_distinct(flatten(list(done.actor_ids)))) AS actor_ids,
    list_sort(list_distinct(flatten(list(done.recipient_ids)))) AS recipient_ids
  FROM clusters
  JOIN done ON done.id = clusters.act
  JOIN origins ON origins.report = done.report
  SEMI JOIN told_again ON told_again.happening = clusters.happening
  GROUP BY clusters.happening
  -- Most acts are told once: of those nothing is to be gathered.
  UNION ALL
  SELECT
    clusters.happening, done.kind, done.mode, done.actors, done.recipients, done.polarity, done.modality, done.words, 1, if(done.outlet IS NULL, 0, 1),
    if(origins.house IS NULL, 0, 1), done.published, done.day_from, done.day_to, [done.id], list_sort(list_distinct(done.actor_ids)),
    list_sort(list_distinct(done.recipient_ids))
  FROM clusters
  JOIN done ON done.id = clusters.act
  JOIN origins ON origins.report = done.report
  ANTI JOIN told_again ON told_again.happening = clusters.happening
),
fields AS (
  SELECT
    happening,
    any_value(value) FILTER (WHERE field = 'day') AS day,
    any_value(value) FILTER (WHERE field = 'place') AS place,
    any_value(value) FILTER (WHERE field = 'killed') AS killed,
    any_value(value) FILTER (WHERE field = 'injured') AS injured
  FROM chosen(getvariable('rule'))
  GROUP BY happening
),
unsure AS (
  SELECT clusters.happening, count(*) AS pairs
  FROM (
    SELECT one AS act FROM matches WHERE verdict = 'open'
    UNION ALL
    SELECT other FROM matches WHERE verdict = 'open'
  ) AS ends
  JOIN clusters ON clusters.act = ends.act
  GROUP BY clusters.happening
),
contested AS (
  SELECT happening, list_sort(list(field)) AS fields FROM conflicts GROUP BY happening
)
SELECT
  gathered.id,
  fields.day,
  gathered.kind,
  gathered.mode,
  gathered.actors,
  gathered.recipients,
  fields.place,
  fields.killed,
  fields.injured,
  gathered.polarity,
  gathered.modality,
  gathered.reports,
  gathered.outlets,
  gathered.origins,
  coalesce(contested.fields, []) AS conflicts,
  getvariable('rule') AS rule,
  coalesce(unsure.pairs, 0) AS open,
  gathered.words,
  gathered.published,
  gathered.day_from,
  gathered.day_to,
  gathered.events,
  gathered.actor_ids,
  gathered.recipient_ids
FROM gathered
LEFT JOIN fields ON fields.happening = gathered.id
LEFT JOIN unsure ON unsure.happening = gathered.id
LEFT JOIN contested ON contested.happening = gathered.id
