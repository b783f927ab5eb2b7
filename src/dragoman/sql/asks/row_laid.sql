-- Purpose: a fact by its id or the first letters of it, in a record laid out.
-- Grain: one row per fact whose id begins so; two at most, to tell whether one is meant.
-- Needs: ledger, finds.
SELECT
  id, fact, kind, day, day_from, day_to, who, what, words, outlet, published, title, report, start, "end", score, rule
FROM ledger
WHERE place IN (SELECT place FROM finds WHERE id >= $row AND id < $row || 'g' ORDER BY id LIMIT 2)  -- an id is hexadecimal
ORDER BY id
