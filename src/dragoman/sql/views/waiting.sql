-- Purpose: reports without a day that are compared after all others, and by themselves; none, unless many arrive at once.
-- Grain: one row per report.
-- Needs: parts.reports.
SELECT id AS report FROM parts.reports WHERE FALSE
