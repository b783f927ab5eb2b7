-- Purpose: what the tags stage reads: a report and its zones.
-- Grain: one row per report.
-- Needs: pages.
SELECT report, zones
FROM pages
