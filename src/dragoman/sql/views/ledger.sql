-- Purpose: every fact with all that the workbench sifts and sorts by, in the order of days, the newest first.
-- Grain: one row per statement, event, tenure or standing; `place` is its place in that order, from 1.
-- Needs: entries.
SELECT row_number() OVER (ORDER BY since DESC NULLS LAST, report, start, id) AS place, * FROM entries
