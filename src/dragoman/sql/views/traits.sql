-- Purpose: what each sort of fact is told by, one trait a row, to be counted.
-- Grain: one row per shape and facet that has a value.
-- Needs: shapes.
SELECT shape, facet, value
FROM (FROM shapes SELECT shape, fact, kind, modality, polarity, precision, voice, origin, dated, year)
UNPIVOT (value FOR facet IN (fact, kind, modality, polarity, precision, voice, origin, dated, year))
