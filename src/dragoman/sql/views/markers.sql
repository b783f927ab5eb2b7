-- Purpose: where reports name places and days.
-- Grain: one row per stretch.
-- Needs: parts.mentions.
SELECT report, kind, start, "end" FROM parts.mentions WHERE kind IN ('place', 'day')
