-- Purpose: who sat with whom: those named, and the states they act for.
-- Grain: one row per meeting, sort (`person` or `state`) and pair, the lesser id on the left.
-- Needs: meetings, parties, entities, copies.
WITH states AS (
  SELECT country, min(id) AS id, min(name) AS name FROM entities WHERE kind = 'state' AND country IS NOT NULL GROUP BY country
),
held AS (
  SELECT
    meetings.id, coalesce(copies.origin, meetings.report) AS story,
    coalesce(meetings.day_from, TRY_CAST(meetings.published AS DATE)) AS since,
    coalesce(meetings.day_to, TRY_CAST(meetings.published AS DATE)) AS until
  FROM meetings
  LEFT JOIN copies ON copies.report = meetings.report
),
seats AS (
  SELECT DISTINCT event AS id, 'person' AS sort, entity AS node, name FROM parties WHERE entity IS NOT NULL
  UNION
  SELECT parties.event, 'state', states.id, states.name
  FROM parties
  JOIN states ON states.country = parties.country
  WHERE parties.entity IS NOT NULL AND parties.kind IN ('state', 'person', 'office', 'body')
),
-- Pairs are taken within each meeting: a join of all seats with all others asks for far more than there are.
tables AS (
  SELECT id, sort, list({'node': node, 'name': name} ORDER BY node) AS seats FROM seats WHERE id IN (SELECT id FROM held) GROUP BY id, sort
),
firsts AS (
  SELECT id, sort, seats, unnest(seats) AS one FROM tables
),
pairs AS (
  SELECT id, sort, one, unnest(seats) AS other FROM firsts
)
SELECT
  pairs.sort, pairs.one.node AS left, pairs.one.name AS left_name, pairs.other.node AS right, pairs.other.name AS right_name,
  held.id, held.story, held.since, held.until
FROM pairs
JOIN held ON held.id = pairs.id
WHERE pairs.other.node > pairs.one.node
