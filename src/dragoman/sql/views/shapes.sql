-- Purpose: the sorts of fact a record has: of facts alike in all but their parties, place, outlet and words one each.
-- Grain: one row per combination that some fact has, numbered from 1.
-- Needs: ledger.
SELECT row_number() OVER (ORDER BY fact, kind, modality, polarity, precision, voice, origin, dated, year, lane) AS shape, *
FROM (
  SELECT DISTINCT fact, kind, modality, polarity, precision, voice, origin, dated, year, lane
  FROM ledger
)
