-- Purpose: the answer to `dragoman conflicts`: who says what, and the value that a named rule chooses, if it can tell.
-- Grain: one row per happening and field that reports contradict each other on, then per office or standing in dispute.
-- Needs: conflicts, chosen, happenings, disputes.
WITH listed AS (
  SELECT
    conflicts.happening AS id,
    happenings.day,
    happenings.kind,
    list_concat(happenings.actors, happenings.recipients) AS parties,
    conflicts.field,
    list_transform(
      conflicts.said,
      lambda one: one.value || ' (' || array_to_string(one.outlets, ', ') || ')'
    ) AS says,
    chosen.value AS chosen,
    coalesce(chosen.rule, $rule) AS rule,
    conflicts.said,
    []::VARCHAR[] AS known,
    happenings.day_from AS first_day
  FROM conflicts
  JOIN happenings ON happenings.id = conflicts.happening
  LEFT JOIN chosen($rule) AS chosen ON chosen.happening = conflicts.happening AND chosen.field = conflicts.field
),
weighed AS (
  SELECT
    *,
    list_filter(said, lambda one: one.right_by IS NOT NULL)[1].right_by AS judge,
    list_transform(
      said,
      lambda one: CASE
        WHEN judge IS NOT NULL THEN if(one.right_by IS NULL, NULL, 0)
        WHEN one.wrong_by IS NOT NULL THEN NULL
        WHEN $rule = 'most origins' THEN -one.origins
        WHEN $rule = 'earliest' THEN epoch(one.first_told)
        WHEN $rule = 'latest' THEN -epoch(one.last_told)
        WHEN starts_with($rule, 'outlet ')
          THEN if(list_contains(list_transform(one.outlets, lambda name: lower(name)), lower(substr($rule, 8))), 0, NULL)
      END
    ) AS ranks
  FROM disputes
),
disputed AS (
  SELECT
    id,
    first_day::VARCHAR AS day,
    upper(sort) AS kind,
    [subject] AS parties,
    if(sort = 'office', 'holder', 'standing') AS field,
    list_concat(
      list_transform(said, lambda one: one.value || ' (' || array_to_string(one.outlets, ', ') || ')'),
      list_transform(known, lambda one: 'known: ' || one)
    ) AS says,
    if(
      len(list_filter(ranks, lambda one: one = list_min(ranks))) = 1,
      said[list_position(ranks, list_min(ranks))].value,
      NULL
    ) AS chosen,
    coalesce('judged by ' || judge, $rule) AS rule,
    list_transform(
      said,
      lambda one: {'value': one.value, 'origins': one.origins, 'outlets': one.outlets, 'reports': one.reports, 'rows': one.claims}
    ) AS said,
    known,
    first_day
  FROM weighed
)
SELECT id, day, kind, parties, field, says, chosen, rule, said, known
FROM (SELECT *, 1 AS part FROM listed UNION ALL SELECT *, 2 FROM disputed)
ORDER BY part, first_day NULLS LAST, id, field
