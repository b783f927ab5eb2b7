-- Purpose: the stretch of the ledger that is being laid out; all of it where none is named.
-- Grain: one row per fact, in the order of the ledger.
-- Needs: ledger.
SELECT *
FROM ledger
WHERE place > coalesce(getvariable('after'), 0) AND place <= coalesce(getvariable('up_to'), 9223372036854775807)
