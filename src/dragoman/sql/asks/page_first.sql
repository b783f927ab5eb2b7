-- Purpose: a fact to begin with: a sure one with two parties and a day in it if there is such.
-- Grain: one row, or none.
-- Needs: ledger, sieve.
WITH best AS (
  SELECT ledger.place
  FROM ledger
  ORDER BY
    fact = 'event' AND contains(parties, ' ') AND day IS NOT NULL DESC, outlet IS NOT NULL DESC, score DESC NULLS LAST, report, start, id
  LIMIT 1
)
SELECT id, fact, kind, day, who, what, words, outlet, published, title, report
FROM ledger
WHERE place = (SELECT place FROM best)
