-- Purpose: what was not taken in or not read, and why.
-- Grain: one row per refusal.
-- Needs: parts.refusals.
SELECT coalesce(report, raw, uri) AS id, stage, code, uri, detail
FROM refusals
ORDER BY stage, code, uri
