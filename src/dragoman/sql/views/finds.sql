-- Purpose: where in the ledger a fact is, by its id.
-- Grain: one row per fact.
-- Needs: ledger.
SELECT id, CAST(place AS INTEGER) AS place FROM ledger
