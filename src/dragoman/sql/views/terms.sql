-- Purpose: the words of facts, of who and what they are about and of the titles of their reports, with the facts that have them.
-- Grain: one row per word, in lower case, and eight thousand places of the ledger: of a word that most facts have a few lists are read, not all.
-- Needs: stretch.
SELECT term, list(place) AS places
FROM (
  SELECT
    CAST(place AS INTEGER) AS place,
    unnest(list_distinct(string_split(
      translate(lower(concat_ws(' ', who, what, words, title)), '.,;:!?"“”‘’''…()[]{}<>→–—-/&@|', '                             '), ' '
    ))) AS term
  FROM stretch
)
WHERE term != ''
GROUP BY term, place // 8192
