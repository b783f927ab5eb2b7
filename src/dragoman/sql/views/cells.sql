-- Purpose: the cells in which acts meet: of a kind, a state or party and a week; and narrower ones, in which acts of a crowded week are still told apart.
-- Grain: one row per act and cell; a wide cell is one of a party and a week alone.
-- Needs: acts.
-- Takes: first_week, last_week.
-- An act that may lie in several weeks stands in the cells of each; one that nothing dates stands in none.
WITH timed AS (
  SELECT id, report, hash(kind, polarity, modality) AS sort, list_concat(states, who) AS named, states, place, coalesce(killed_low, number) AS number, words, dated, earliest, latest
  FROM acts
  WHERE earliest IS NOT NULL
),
weekly AS (
  SELECT
    *, unnest(range(
      greatest(epoch(earliest - 1)::BIGINT // 604800, first_week), least(epoch(latest + 1)::BIGINT // 604800, last_week) + 1
    )) AS week
  FROM timed
),
daily AS (
  SELECT *, unnest(range(epoch(earliest)::BIGINT // 86400, epoch(latest)::BIGINT // 86400 + 1)) AS day
  FROM timed
  WHERE dated AND epoch(latest)::BIGINT // 604800 >= first_week AND epoch(earliest)::BIGINT // 604800 <= last_week
),
by_week AS (
  SELECT id, report, week, sort, place, number, unnest(named) AS one FROM weekly
),
by_day AS (
  SELECT id, report, day, sort, place, words, unnest(named) AS one FROM daily
),
two_in_week AS (
  SELECT id, report, week, sort, states, one, unnest(states) AS other
  FROM (SELECT id, report, week, sort, states, unnest(states) AS one FROM weekly WHERE len(states) > 1)
),
two_in_day AS (
  SELECT id, report, day, sort, one, unnest(states) AS other
  FROM (SELECT id, report, day, sort, states, unnest(states) AS one FROM daily WHERE len(states) > 1)
)
SELECT id, report, TRUE AS wide, hash(sort, week, one) AS cell FROM by_week
UNION ALL
SELECT id, report, FALSE, hash(sort, week, one, 'place', place) FROM by_week WHERE place IS NOT NULL
UNION ALL
SELECT id, report, FALSE, hash(sort, week, one, 'number', number) FROM by_week WHERE number IS NOT NULL
UNION ALL
SELECT id, report, FALSE, hash(sort, week, one, 'state', other) FROM two_in_week WHERE one < other
UNION ALL
SELECT id, report, FALSE, hash(sort, day, one, 'words', words) FROM by_day WHERE words != ''
UNION ALL
SELECT id, report, FALSE, hash(sort, day, one, 'place on a day', place) FROM by_day WHERE place IS NOT NULL
UNION ALL
SELECT id, report, FALSE, hash(sort, day, one, 'state on a day', other) FROM two_in_day WHERE one < other
