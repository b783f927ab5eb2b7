-- Purpose: a fact to begin with: a sure one with two parties and a day in it if there is such.
-- Grain: one row, or none.
-- Needs: facts.
SELECT id, fact, kind, day, who, what, words, outlet, published, title, report
FROM facts
ORDER BY
  fact = 'event' AND len(list_distinct(involved)) > 1 AND day IS NOT NULL DESC,
  outlet IS NOT NULL DESC, score DESC NULLS LAST, report, start, id
LIMIT 1
