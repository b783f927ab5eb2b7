-- Purpose: what the documents stage reads.
-- Grain: one row per raw file.
-- Needs: raws.
SELECT raws AS raw
FROM raws
ORDER BY raws.id
