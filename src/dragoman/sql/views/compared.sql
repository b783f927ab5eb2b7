-- Purpose: pairs of acts that may be one, laid side by side: what both name, how far apart in days, where they differ.
-- Grain: one row per pair with an act of a fresh report, of one kind, that share a party or its state within days, or stand in copies.
-- Needs: acts, cells, likenesses, ties, fresh, waiting, parts.sketches, weights.
WITH alike AS MATERIALIZED (
  SELECT least(one, other) AS one, greatest(one, other) AS other FROM likenesses
),
weekly AS (
  SELECT id, report, unnest(range(epoch(earliest - 1)::BIGINT // 604800, epoch(latest + 1)::BIGINT // 604800 + 1)) AS week
  FROM acts
  WHERE earliest IS NOT NULL
),
fresh_weeks AS MATERIALIZED (
  SELECT DISTINCT week FROM weekly SEMI JOIN fresh USING (report)
),
-- Of all acts there are, those that a fresh one may meet: no others are laid out.
within_reach AS MATERIALIZED (
  SELECT id FROM weekly SEMI JOIN fresh_weeks USING (week)
  UNION
  SELECT id
  FROM acts
  SEMI JOIN (SELECT report FROM fresh UNION SELECT one FROM alike UNION SELECT other FROM alike) AS near USING (report)
),
laid AS MATERIALIZED (
  SELECT acts.*, fresh.report IS NOT NULL AS is_fresh, coalesce(len(sketches.telling) > 0, FALSE) AS has_gist
  FROM acts
  SEMI JOIN within_reach USING (id)
  ANTI JOIN waiting ON waiting.report = acts.report
  LEFT JOIN fresh ON fresh.report = acts.report
  LEFT JOIN parts.sketches AS sketches ON sketches.report = acts.report
),
-- Acts meet in cells. In one that is crowded they do not, for next to none of them are one: there what they share besides brings them together.
celled AS MATERIALIZED (
  SELECT cells.id, cells.report, cells.wide, cells.cell, fresh.report IS NOT NULL AS is_fresh
  FROM cells((SELECT min(week) FROM fresh_weeks), (SELECT max(week) FROM fresh_weeks)) AS cells
  ANTI JOIN waiting ON waiting.report = cells.report
  LEFT JOIN fresh ON fresh.report = cells.report
),
sized AS MATERIALIZED (
  SELECT cell, count(*) > weight('act crowd') AS crowded FROM celled GROUP BY cell HAVING count(*) > 1 AND bool_or(is_fresh)
),
in_cells AS MATERIALIZED (
  SELECT celled.* EXCLUDE (wide) FROM celled JOIN sized ON sized.cell = celled.cell AND NOT sized.crowded
),
in_weeks AS MATERIALIZED (
  SELECT celled.* FROM celled SEMI JOIN sized ON sized.cell = celled.cell WHERE celled.wide
),
-- Acts of two reports that tell one story meet in a crowd too.
in_stories AS MATERIALIZED (
  SELECT in_weeks.*, story.other
  FROM (SELECT one, other FROM ties WHERE score >= weight('act story line')) AS story
  JOIN in_weeks ON in_weeks.report = story.one
),
-- Laid out one side first: joined in one go, all acts of a kind would meet.
nearby AS MATERIALIZED (
  SELECT laid.id, laid.is_fresh, laid.kind, laid.polarity, laid.modality, list_concat(laid.who, laid.states) AS named, near.other
  FROM (
    SELECT one, other FROM alike
    UNION ALL
    SELECT DISTINCT report, report FROM laid WHERE is_fresh
  ) AS near
  JOIN laid ON laid.report = near.one
),
meetings AS (
  SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, a.cell
  FROM in_cells AS a
  JOIN in_cells AS b ON b.cell = a.cell AND b.id != a.id AND (b.id > a.id OR NOT b.is_fresh)
  WHERE a.is_fresh
  UNION ALL
  SELECT least(a.id, b.id), greatest(a.id, b.id), NULL
  FROM in_stories AS a
  JOIN in_weeks AS b ON b.report = a.other AND b.cell = a.cell
  WHERE a.is_fresh OR b.is_fresh
  UNION ALL
  SELECT least(a.id, b.id), greatest(a.id, b.id), NULL
  FROM nearby AS a
  JOIN laid AS b ON b.report = a.other AND b.kind = a.kind AND b.polarity = a.polarity AND b.modality = a.modality
  WHERE a.id != b.id AND (a.is_fresh OR b.is_fresh) AND list_has_any(a.named, list_concat(b.who, b.states))
),
met AS (
  SELECT one, other, bool_or(cell IS NULL) AS held, list(DISTINCT cell) AS cells FROM meetings GROUP BY one, other
)
SELECT
  met.one,
  met.other,
  -- What only cells brought together stands as long as one of them is not crowded.
  if(met.held, [], list_sort(met.cells)) AS cells,
  a.report AS one_report,
  b.report AS other_report,
  a.kind,
  list_intersect(a.who, b.who) AS shared,
  list_intersect(a.states, b.states) AS shared_states,
  len(a.who) - len(shared) AS only_one,
  len(b.who) - len(shared) AS only_other,
  -- Two that nobody could name, "the members" and "the members", may be one.
  least(only_one + a.unnamed, only_other + b.unnamed) - least(a.unnamed, b.unnamed) AS others,
  a.kind != 'CONSULT' AND (
    len(list_intersect(list_filter(a.actors, lambda x: NOT list_contains(b.actors, x)), b.recipients)) > 0
    OR len(list_intersect(list_filter(b.actors, lambda x: NOT list_contains(a.actors, x)), a.recipients)) > 0
  ) AS turned,
  a.dated AND b.dated AS dated,
  greatest(0, a.earliest - b.latest, b.earliest - a.latest) AS days_apart,
  a.earliest IS NOT NULL AND b.earliest IS NOT NULL AS timed,
  a.place AS one_place,
  b.place AS other_place,
  a.place_country = b.place_country AND 'state' IN (a.place_kind, b.place_kind) AS within,
  a.mode AS one_mode,
  b.mode AS other_mode,
  a.words = b.words AND a.words != '' AS same_words,
  CASE
    WHEN a.killed_low IS NOT NULL AND b.killed_low IS NOT NULL
      THEN a.killed_low <= coalesce(b.killed_high, 1e9) AND b.killed_low <= coalesce(a.killed_high, 1e9)
    ELSE a.number = b.number
  END AS same_number,
  alike.one IS NOT NULL AS copied,
  -- Two reports that both say what they are about and are no tie tell different stories.
  coalesce(ties.score, if(a.has_gist AND b.has_gist, weight('story least'), NULL)) AS story
FROM met
JOIN laid AS a ON a.id = met.one
JOIN laid AS b ON b.id = met.other
LEFT JOIN alike ON alike.one = least(a.report, b.report) AND alike.other = greatest(a.report, b.report)
LEFT JOIN ties ON ties.one = least(a.report, b.report) AND ties.other = greatest(a.report, b.report)
