-- Purpose: a fact by its id or the first letters of it.
-- Grain: one row per fact whose id begins so; two at most, to tell whether one is meant.
-- Needs: facts.
SELECT * EXCLUDE (involved, about)
FROM facts
WHERE id >= $row AND id < $row || 'g'  -- an id is hexadecimal
ORDER BY id
LIMIT 2
