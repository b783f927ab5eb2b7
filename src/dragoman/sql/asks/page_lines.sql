-- Purpose: the lines by which a pair of acts is the same or left open, in bits.
-- Grain: one row.
-- Needs: weights.
SELECT weight('act open line') AS open, weight('act same line') AS same
