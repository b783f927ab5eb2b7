-- Purpose: the words by which reports name a thing, with an example of each.
-- Grain: one row per entity, wording, case aside, and how it was resolved.
-- Needs: parts.mentions, parts.links.
SELECT
  links.entity, mode(mentions.text ORDER BY mentions.text) AS words, links.basis, count(*) AS count,
  count(DISTINCT mentions.report) AS reports, min(mentions.report) AS report
FROM parts.links AS links
JOIN parts.mentions AS mentions ON mentions.id = links.mention
WHERE links.entity IS NOT NULL
GROUP BY links.entity, lower(mentions.text), links.basis
