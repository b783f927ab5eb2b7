-- Purpose: reports that may have to do with a fresh one, in the order of days: the fresh ones, those within so many days of them, and all without a day.
-- Grain: one row per report; if a fresh one has no day, each report.
-- Needs: parts.reports, fresh, waiting.
-- Takes: days.
WITH dated AS (
  SELECT
    reports.id,
    reports.published_from AS day,
    fresh.report IS NOT NULL AS is_fresh
  FROM parts.reports AS reports
  LEFT JOIN fresh ON fresh.report = reports.id
  ANTI JOIN waiting ON waiting.report = reports.id
),
span AS (
  SELECT
    min(day) AS first_day,
    max(day) AS last_day,
    count(*) > count(day) AS undated
  FROM dated
  WHERE is_fresh
)
SELECT
  row_number() OVER (ORDER BY dated.day NULLS LAST, dated.id) - 1 AS place,
  dated.*
FROM dated
CROSS JOIN span
WHERE dated.is_fresh OR dated.day IS NULL OR span.undated OR dated.day BETWEEN span.first_day - days::INTEGER AND span.last_day + days::INTEGER
