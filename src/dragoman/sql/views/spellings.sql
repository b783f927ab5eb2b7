-- Purpose: how often reports name a thing by exactly which words.
-- Grain: one row per entity, words as they are written, and how they were resolved.
-- Needs: parts.mentions, parts.links.
SELECT links.entity, links.basis, mentions.text, count(*) AS count
FROM parts.links AS links
JOIN parts.mentions AS mentions ON mentions.id = links.mention
WHERE links.entity IS NOT NULL
GROUP BY ALL
