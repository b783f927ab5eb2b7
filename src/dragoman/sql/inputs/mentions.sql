-- Purpose: what the mentions stage reads: a parsed report.
-- Grain: one row per report that has a parse.
-- Needs: pages.
SELECT report, zones, parse, tags
FROM pages
WHERE parse IS NOT NULL
