-- Purpose: each report with all that has been read in it so far, nested; every reader takes its share.
-- Grain: one row per report.
-- Needs: reports, zones, parses, tags, mentions, days, links, entities, statements.
SELECT
  reports AS report,
  coalesce(laid.zones, []) AS zones,
  CASE WHEN parses.report IS NOT NULL THEN parses END AS parse,
  CASE WHEN marked.report IS NOT NULL THEN marked END AS tags,
  coalesce(named.mentions, []) AS mentions,
  coalesce(dated.days, []) AS days,
  coalesce(linked.links, []) AS links,
  coalesce(known.entities, []) AS entities,
  coalesce(said.statements, []) AS statements
FROM reports
LEFT JOIN parses ON parses.report = reports.id
LEFT JOIN tags AS marked ON marked.report = reports.id
LEFT JOIN (SELECT report, list(zones ORDER BY start) AS zones FROM zones GROUP BY report) AS laid
  ON laid.report = reports.id
LEFT JOIN (SELECT report, list(mentions ORDER BY start, "end", id) AS mentions FROM mentions GROUP BY report) AS named
  ON named.report = reports.id
LEFT JOIN (SELECT report, list(days ORDER BY start, "end", mention) AS days FROM days GROUP BY report) AS dated
  ON dated.report = reports.id
LEFT JOIN (SELECT report, list(links ORDER BY mention) AS links FROM links GROUP BY report) AS linked
  ON linked.report = reports.id
LEFT JOIN (SELECT report, list(entities ORDER BY id) AS entities FROM entities GROUP BY report) AS known
  ON known.report = reports.id
LEFT JOIN (
  SELECT report, list(statements ORDER BY cue_start, contents[1].start, id) AS statements
  FROM statements
  GROUP BY report
) AS said ON said.report = reports.id
ORDER BY reports.id
