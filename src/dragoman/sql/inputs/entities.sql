-- Purpose: what the entities stage reads: a parsed report with its mentions and days.
-- Grain: one row per report that has a parse.
-- Needs: pages.
SELECT report, zones, parse, tags, mentions, days
FROM pages
WHERE parse IS NOT NULL
