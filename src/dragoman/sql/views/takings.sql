-- Purpose: who takes part in which fact: as doer or speaker, as other side, or at all.
-- Grain: one row per fact, entity and part taken: `doer`, `other`, `any`.
-- Needs: ledger.
SELECT DISTINCT place, entity, part
FROM (
  SELECT place, unnest(involved) AS entity, 'any' AS part FROM ledger
  UNION ALL
  SELECT place, unnest(doers), 'doer' FROM ledger
  UNION ALL
  SELECT place, unnest(others), 'other' FROM ledger
)
