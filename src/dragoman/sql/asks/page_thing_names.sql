-- Purpose: the words by which reports name a thing, with an example of each.
-- Grain: one row per wording, case aside, the most frequent first.
-- Needs: wordings.
SELECT words, basis, count, reports, report
FROM wordings
WHERE entity = $id
ORDER BY count DESC, words, basis
LIMIT $most
