-- Purpose: the words of facts, of who and what they are about and of the titles of their reports, with the facts that have them.
-- Grain: one row per word, in lower case.
-- Needs: ledger.
SELECT term, list(place ORDER BY place) AS places
FROM (
  SELECT
    CAST(place AS INTEGER) AS place,
    unnest(list_distinct(string_split(
      translate(lower(concat_ws(' ', who, what, words, title)), '.,;:!?"“”‘’''…()[]{}<>→–—-/&@|', '                             '), ' '
    ))) AS term
  FROM ledger
)
WHERE term != ''
GROUP BY term
