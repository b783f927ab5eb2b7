-- Purpose: each entity under a short number.
-- Grain: one row per entity.
-- Needs: entities.
SELECT CAST(row_number() OVER (ORDER BY id) AS INTEGER) AS code, id, kind, name FROM entities
