-- Purpose: the ledger as narrow as it can be, for what has to look at all of it.
-- Grain: one row per fact, in the order of the ledger; facts of one kind between the same parties have the same `alike`.
-- Needs: stretch, shapes, takings, coded.
WITH coded_parties AS (
  SELECT takings.place, list(coded.code ORDER BY coded.code) AS involved
  FROM takings
  JOIN coded ON coded.id = takings.entity
  WHERE
    takings.reach != 'whole' AND (takings.does OR takings.has_done)
    AND takings.place > coalesce(getvariable('after'), 0) AND takings.place <= coalesce(getvariable('up_to'), 2147483647)
  GROUP BY takings.place
)
SELECT
  CAST(ledger.place AS INTEGER) AS place, CAST(shapes.shape AS INTEGER) AS shape, ledger.kind, ledger.outlet_said, ledger.who, ledger.score,
  ledger.scene, ledger.scene_id, ledger.since, ledger.until, ledger.family, ledger.happening,
  if(ledger.parties = '', NULL, hash(ledger.fact, ledger.kind, ledger.parties)) AS alike,
  coalesce(coded_parties.involved, []) AS involved
FROM stretch AS ledger
JOIN shapes
  ON shapes.fact = ledger.fact AND shapes.kind IS NOT DISTINCT FROM ledger.kind AND shapes.modality IS NOT DISTINCT FROM ledger.modality
    AND shapes.polarity IS NOT DISTINCT FROM ledger.polarity AND shapes.precision IS NOT DISTINCT FROM ledger.precision
    AND shapes.voice IS NOT DISTINCT FROM ledger.voice AND shapes.origin = ledger.origin AND shapes.dated = ledger.dated
    AND shapes.year = ledger.year AND shapes.lane IS NOT DISTINCT FROM ledger.lane
LEFT JOIN coded_parties ON coded_parties.place = ledger.place
