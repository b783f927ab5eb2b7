-- Purpose: the words by which reports name a thing, with an example of each.
-- Grain: one row per wording, case aside, the most frequent first.
-- Needs: parts.mentions, parts.links.
SELECT mode(mentions.text) AS words, links.basis, count(*) AS count, count(DISTINCT mentions.report) AS reports, min(mentions.report) AS report
FROM parts.links AS links
JOIN parts.mentions AS mentions ON mentions.id = links.mention
WHERE links.entity = $id
GROUP BY lower(mentions.text), links.basis
ORDER BY count DESC, words, links.basis
LIMIT $most
