-- Purpose: what the statements stage reads: a parsed report with its mentions resolved.
-- Grain: one row per report that has a parse.
-- Needs: pages.
SELECT report, zones, parse, tags, mentions, days, links, entities
FROM pages
WHERE parse IS NOT NULL
