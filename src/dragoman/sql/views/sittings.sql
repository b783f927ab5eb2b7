-- Purpose: where in the ledger meetings are.
-- Grain: one row per meeting in a report.
-- Needs: sieve, shapes.
SELECT sieve.place, sieve.since, sieve.until
FROM sieve
JOIN shapes ON shapes.shape = sieve.shape AND shapes.lane = 'meetings'
