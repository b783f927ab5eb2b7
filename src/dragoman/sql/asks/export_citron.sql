-- Purpose: reports with their quotes and the places that name who speaks, for Citron's annotation format.
-- Grain: one row per report with a statement that a cue introduces, by id.
-- Needs: parts.statements, parts.reports, parts.mentions, parts.links, parts.entities.
WITH said AS (
  SELECT
    report, cue_start, cue_end, contents,
    min(id) AS id,
    min(score) AS score,
    list(
      {'entity': speaker, 'start': speaker_start, 'end': speaker_end} ORDER BY speaker_start, speaker_end, speaker
    ) FILTER (speaker_start IS NOT NULL) AS sources
  FROM statements
  WHERE cue_start IS NOT NULL
  GROUP BY report, cue_start, cue_end, contents
),
quotes AS (
  SELECT
    report,
    list(
      {'id': id, 'score': score, 'cue_start': cue_start, 'cue_end': cue_end, 'contents': contents, 'sources': sources}
      ORDER BY cue_start, cue_end, id
    ) AS quotes
  FROM said
  GROUP BY report
),
speakers AS (SELECT DISTINCT report, speaker FROM statements WHERE speaker IS NOT NULL AND cue_start IS NOT NULL),
named AS (
  SELECT
    links.report,
    list(
      {
        'entity': links.entity, 'start': mentions.start, 'end': mentions."end",
        'full': mentions.text = called.name OR list_contains(called.aliases, mentions.text)
      }
      ORDER BY mentions.start, mentions."end" DESC, links.entity
    ) AS named
  FROM links
  JOIN mentions ON mentions.id = links.mention AND mentions.report = links.report
  JOIN speakers ON speakers.report = links.report AND speakers.speaker = links.entity
  LEFT JOIN parts.entities AS called ON called.id = links.entity AND called.report = links.report
  GROUP BY links.report
)
SELECT
  reports.id, reports.uri, reports.title, reports.outlet, reports.published, reports.text, quotes.quotes, named.named
FROM quotes
JOIN reports ON reports.id = quotes.report
LEFT JOIN named ON named.report = quotes.report
ORDER BY reports.id
