-- Purpose: the words by which reports name a thing, with an example of each.
-- Grain: one row per entity, wording, case aside, and how it was resolved.
-- Needs: spellings, namings.
-- Both may come in portions, each of reports that no other has.
WITH usual AS (
  SELECT entity, basis, lower(text) AS lowered, min({'less': -total, 'text': text}).text AS words
  FROM (SELECT entity, basis, text, sum(count) AS total FROM spellings GROUP BY ALL)
  GROUP BY ALL
)
SELECT
  namings.entity, usual.words, namings.basis, CAST(sum(namings.count) AS BIGINT) AS count, CAST(sum(namings.reports) AS BIGINT) AS reports,
  min(namings.report) AS report
FROM namings
JOIN usual ON usual.entity = namings.entity AND usual.basis = namings.basis AND usual.lowered = namings.lowered
GROUP BY ALL
