-- Purpose: facts of one kind between the same parties, side by side.
-- Grain: one row per fact with parties.
-- Needs: sieve.
SELECT alike, place FROM sieve WHERE alike IS NOT NULL
