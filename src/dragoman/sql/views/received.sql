-- Purpose: what was received, without the bytes themselves.
-- Grain: one row per file.
-- Needs: parts.raws.
SELECT id, media_type, octet_length(bytes) AS size FROM parts.raws
