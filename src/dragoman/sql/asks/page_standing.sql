-- Purpose: a standing with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: stood.
SELECT party, party_id, standing, modality, body, body_id, day, day_from, day_to
FROM stood
WHERE report = $report AND id = $id
