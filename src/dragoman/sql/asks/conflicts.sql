-- Purpose: the answer to `dragoman conflicts`: who says what, and the value that a named rule chooses, if it can tell.
-- Grain: one row per happening and field that reports contradict each other on.
-- Needs: conflicts, chosen, happenings.
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
  chosen.rule,
  conflicts.said
FROM conflicts
JOIN happenings ON happenings.id = conflicts.happening
LEFT JOIN chosen($rule) AS chosen ON chosen.happening = conflicts.happening AND chosen.field = conflicts.field
ORDER BY happenings.day_from NULLS LAST, conflicts.happening, conflicts.field
