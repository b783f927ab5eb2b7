-- Purpose: the reports whose pairs are to be found; all of them, unless the room is opened over a new arrival.
-- Grain: one row per report.
-- Needs: parts.reports.
SELECT id AS report FROM parts.reports
