-- Purpose: a fact by its id or the first letters of it, with the report and the bytes it rests on.
-- Grain: one row per fact whose id begins so; two at most, to tell whether one is meant.
-- Needs: facts, parts.reports, parts.raws, parts.parses, parts.days.
SELECT
  facts.* EXCLUDE (involved, about),
  reports.text,
  reports.uri,
  reports.raw,
  reports.upstream,
  reports.licence,
  reports.published_basis,
  raws.media_type,
  octet_length(raws.bytes) AS size,
  list_max(
    list_filter(list_transform(parses.sentences, lambda s: parses.starts[s.start + 1]), lambda p: p <= facts.start)
  ) AS sentence_start,
  list_min(
    list_filter(list_transform(parses.sentences, lambda s: parses.ends[s."end"]), lambda p: p >= facts."end")
  ) AS sentence_end,
  (
    SELECT arg_min(days.reasons, days.start)
    FROM parts.days AS days
    WHERE days.report = facts.report AND days.basis = 'inferred' AND days.value = facts.day
  ) AS day_reasons
FROM facts
JOIN parts.reports AS reports ON reports.id = facts.report
JOIN parts.raws AS raws ON raws.id = reports.raw
LEFT JOIN parts.parses AS parses ON parses.report = facts.report
WHERE starts_with(facts.id, $row)
ORDER BY facts.id
LIMIT 2
