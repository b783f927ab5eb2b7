-- Purpose: statements that put something forward as so, with author, subjects and report, for schema.org's Claim.
-- Grain: one row per such statement, by report and place.
-- Needs: told, parts.statements, parts.reports, entities.
WITH things AS (
  SELECT spoken.id, list({'id': thing.id, 'kind': thing.kind, 'name': thing.name, 'wikidata': thing.wikidata} ORDER BY thing.id) AS about
  FROM (SELECT id, unnest(about) AS subject FROM statements) AS spoken
  JOIN entities AS thing ON thing.id = spoken.subject
  GROUP BY spoken.id
)
SELECT
  told.id, told.act, told.form, told.words, told.day, told.speaker_id,
  told.speaker AS author, author.kind AS author_kind, author.wikidata AS author_wikidata,
  said.contents, things.about, told.report, reports.uri, reports.title, reports.outlet, reports.published,
  reports.language, reports.text_sha256,
  substr(reports.text, told.start + 1, told."end" - told.start) AS passage
FROM told
JOIN statements AS said ON said.id = told.id
JOIN reports ON reports.id = told.report
LEFT JOIN entities AS author ON author.id = told.speaker_id
LEFT JOIN things ON things.id = told.id
WHERE told.polarity = 'asserted' AND list_contains($acts, told.act) AND NOT regexp_matches(told.words, '[?]["”’'']*\s*$')
ORDER BY told.report, told.start, told.id
