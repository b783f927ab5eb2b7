-- Purpose: a report with its words, its bytes' digest and where it comes from.
-- Grain: one row, or none.
-- Needs: parts.reports, parts.raws, parts.days, parts.zones, copies.
SELECT
  reports.id, reports.title, reports.outlet, reports.outlet_country, reports.upstream, reports.licence, reports.byline,
  reports.dateline_place, reports.dateline_agency, reports.published, reports.published_basis, reports.language, reports.uri,
  reports.text, reports.raw, raws.media_type, octet_length(raws.bytes) AS size, copies.origin, copies.relation, copies.similarity,
  copies.credit, inferred.day AS inferred, inferred.reasons
FROM parts.reports AS reports
JOIN parts.raws AS raws ON raws.id = reports.raw
LEFT JOIN copies ON copies.report = reports.id
LEFT JOIN (
  SELECT days.report, min(days.value) AS day, arg_min(days.reasons, days.value) AS reasons
  FROM parts.days AS days
  JOIN parts.zones AS zones ON zones.report = days.report AND days.start BETWEEN zones.start AND zones.end - 1
  WHERE days.basis = 'inferred' AND days.value = days.anchor AND zones.kind = 'dateline'
  GROUP BY days.report
) AS inferred ON inferred.report = reports.id
WHERE starts_with(reports.id, $id)
ORDER BY reports.id
LIMIT 1
