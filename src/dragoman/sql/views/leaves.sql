-- Purpose: which facts stand in which report, and where in the ledger they are.
-- Grain: one row per fact.
-- Needs: ledger.
SELECT report, start, fact, id, CAST(place AS INTEGER) AS place FROM ledger
