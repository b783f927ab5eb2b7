-- Purpose: the zones of a report in the order of its text.
-- Grain: one row per zone.
-- Needs: parts.zones.
SELECT start, "end", kind, rule
FROM zones
WHERE report = $id
ORDER BY start, "end"
