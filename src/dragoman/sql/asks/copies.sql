-- Purpose: the answer to `dragoman copies`.
-- Grain: one row per report that is a copy, by origin.
-- Needs: copies, parts.reports.
SELECT
  copies.report AS id,
  copies.relation,
  copies.similarity,
  copies.credit,
  mine.outlet,
  mine.published,
  mine.title,
  copies.origin,
  theirs.outlet AS origin_outlet,
  theirs.published AS origin_published,
  theirs.title AS origin_title,
  mine.upstream,
  copies.via,
  mine.uri,
  theirs.uri AS origin_uri
FROM copies
JOIN parts.reports AS mine ON mine.id = copies.report
JOIN parts.reports AS theirs ON theirs.id = copies.origin
ORDER BY theirs.published_from NULLS LAST, copies.origin, copies.similarity DESC, copies.report
