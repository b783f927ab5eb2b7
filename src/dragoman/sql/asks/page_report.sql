-- Purpose: a report with its words, its bytes' digest and where it comes from.
-- Grain: one row, or none.
-- Needs: parts.reports, received, parts.days, parts.zones, copies.
WITH mine AS MATERIALIZED (
  -- An id is hexadecimal.
  SELECT * FROM parts.reports WHERE id >= $id AND id < $id || 'g' ORDER BY id LIMIT 1
),
inferred AS (
  SELECT min(days.value) AS day, arg_min(days.reasons, days.value) AS reasons
  FROM parts.days AS days
  JOIN parts.zones AS zones ON zones.report = days.report AND days.start BETWEEN zones.start AND zones.end - 1
  WHERE
    days.report = (SELECT id FROM mine) AND zones.report = (SELECT id FROM mine)
    AND days.basis = 'inferred' AND days.value = days.anchor AND zones.kind = 'dateline'
)
SELECT
  mine.id, mine.title, mine.outlet, mine.outlet_country, mine.upstream, mine.licence, mine.byline, mine.dateline_place,
  mine.dateline_agency, mine.published, mine.published_basis, mine.language, mine.uri, mine.text, mine.raw, raws.media_type, raws.size,
  copies.origin, copies.relation, copies.similarity, copies.credit, inferred.day AS inferred, inferred.reasons
FROM mine
JOIN received AS raws ON raws.id = mine.raw
LEFT JOIN copies ON copies.report = mine.id
CROSS JOIN inferred
