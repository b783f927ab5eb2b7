-- Purpose: the happening that an event is an account of, counted.
-- Grain: one row, or none.
-- Needs: happenings, clusters.
SELECT id, reports, outlets, origins, conflicts, open
FROM happenings
WHERE id = (SELECT happening FROM clusters WHERE act = $id)
