-- Purpose: the stretches an event's fields rest on.
-- Grain: one row per field and stretch.
-- Needs: parts.events.
SELECT 'actor' AS field, party.start AS start, party.end AS "end" FROM (SELECT unnest(actors) AS party FROM events WHERE report = $report AND id = $id)
UNION ALL
SELECT 'recipient', party.start, party.end FROM (SELECT unnest(recipients) AS party FROM events WHERE report = $report AND id = $id)
UNION ALL
SELECT 'act', start, "end" FROM events WHERE report = $report AND id = $id
UNION ALL
SELECT 'place', place_start, place_end FROM events WHERE report = $report AND id = $id AND place_start IS NOT NULL
UNION ALL
SELECT 'day', day_start, day_end FROM events WHERE report = $report AND id = $id AND day_start IS NOT NULL
UNION ALL
SELECT 'killed', killed_start, killed_end FROM events WHERE report = $report AND id = $id AND killed_start IS NOT NULL
UNION ALL
SELECT 'injured', injured_start, injured_end FROM events WHERE report = $report AND id = $id AND injured_start IS NOT NULL
UNION ALL
SELECT 'size', size_start, size_end FROM events WHERE report = $report AND id = $id AND size_start IS NOT NULL
ORDER BY start
