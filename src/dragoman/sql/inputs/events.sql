-- Purpose: what the events stage reads: a parsed report with its mentions resolved and its statements.
-- Grain: one row per report that has a parse.
-- Needs: pages.
SELECT report, zones, parse, tags, mentions, days, links, entities, statements
FROM pages
WHERE parse IS NOT NULL
