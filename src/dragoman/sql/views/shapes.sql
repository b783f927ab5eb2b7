-- Purpose: the sorts of fact a record has: of facts alike in all but their parties, place, outlet and words one each.
-- Grain: one row per combination that some fact has, numbered from 1, with the first and last place of such a fact in the ledger.
-- Needs: ledger.
SELECT row_number() OVER (ORDER BY fact, kind, modality, polarity, precision, voice, origin, dated, year, lane) AS shape, *
FROM (
  SELECT
    fact, kind, modality, polarity, precision, voice, origin, dated, year, lane,
    CAST(min(place) AS INTEGER) AS first_place, CAST(max(place) AS INTEGER) AS last_place
  FROM ledger
  GROUP BY fact, kind, modality, polarity, precision, voice, origin, dated, year, lane
)
