-- Purpose: the report and the bytes a fact rests on, and the edges of its sentences.
-- Grain: one row.
-- Needs: parts.reports, received, edges, parts.days.
SELECT
  reports.text,
  reports.uri,
  reports.raw,
  reports.upstream,
  reports.licence,
  reports.published_basis,
  raws.media_type,
  raws.size,
  (SELECT list_max(list_filter(firsts, lambda one: one <= $start)) FROM edges WHERE report = $report) AS sentence_start,
  (SELECT list_min(list_filter(lasts, lambda one: one >= $end)) FROM edges WHERE report = $report) AS sentence_end,
  (
    SELECT arg_min(days.reasons, days.start)
    FROM parts.days AS days
    WHERE days.report = $report AND days.basis = 'inferred' AND days.value = $day
  ) AS day_reasons
FROM parts.reports AS reports
JOIN received AS raws ON raws.id = reports.raw
WHERE reports.id = $report
