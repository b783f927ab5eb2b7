-- Purpose: how many reports name a thing by which words.
-- Grain: one row per entity, wording, case aside, and how it was resolved.
-- Needs: parts.mentions, parts.links.
SELECT
  links.entity, links.basis, lower(mentions.text) AS lowered, count(*) AS count, count(DISTINCT mentions.report) AS reports,
  min(mentions.report) AS report
FROM parts.links AS links
JOIN parts.mentions AS mentions ON mentions.id = links.mention
WHERE links.entity IS NOT NULL
GROUP BY ALL
