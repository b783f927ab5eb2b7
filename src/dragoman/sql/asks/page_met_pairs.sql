-- Purpose: who met whom: people, or the states they act for.
-- Grain: one row per pair, those that met in most stories first; copies of one story count once.
-- Needs: meetings, parties, entities, copies.
WITH states AS (
  SELECT country, min(id) AS id, min(name) AS name FROM entities WHERE kind = 'state' AND country IS NOT NULL GROUP BY country
),
seated AS (
  SELECT DISTINCT
    meetings.id,
    coalesce(copies.origin, meetings.report) AS story,
    if($kind = 'state', states.id, parties.entity) AS node,
    if($kind = 'state', states.name, parties.name) AS name
  FROM meetings
  JOIN parties ON parties.event = meetings.id AND parties.entity IS NOT NULL
  LEFT JOIN states ON states.country = parties.country AND parties.kind IN ('state', 'person', 'office', 'body')
  LEFT JOIN copies ON copies.report = meetings.report
  WHERE
    ($since IS NULL OR coalesce(meetings.day_to, TRY_CAST(meetings.published AS DATE)) >= CAST($since AS DATE))
    AND ($until IS NULL OR coalesce(meetings.day_from, TRY_CAST(meetings.published AS DATE)) <= CAST($until AS DATE))
),
-- Pairs are taken within each meeting: a join of all seats with all others asks for far more than there are.
tables AS (
  SELECT id, story, list({'node': node, 'name': name} ORDER BY node) AS seats FROM seated WHERE node IS NOT NULL GROUP BY id, story
),
firsts AS (
  SELECT id, story, seats, unnest(seats) AS one FROM tables
),
pairs AS (
  SELECT id, story, one, unnest(seats) AS other FROM firsts
)
SELECT
  one.node AS left, one.name AS left_name, other.node AS right, other.name AS right_name,
  count(DISTINCT id) AS meetings, count(DISTINCT story) AS stories
FROM pairs
WHERE other.node > one.node
GROUP BY ALL
ORDER BY stories DESC, meetings DESC, left_name, right_name, one.node, other.node
LIMIT $most
