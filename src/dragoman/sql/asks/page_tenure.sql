-- Purpose: an office somebody is said to hold with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: held.
SELECT person, person_id, post, words AS office, held.of, body_id, status, day, day_from, day_to
FROM held
WHERE report = $report AND id = $id
