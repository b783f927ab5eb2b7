-- Purpose: which acts are one: the least id that a chain of matches reaches, two judged different never in one.
-- Grain: one row per event.
-- Needs: matches, parts.events.
WITH RECURSIVE joined AS MATERIALIZED (
  SELECT one, other, verdict, score FROM matches
),
ways AS MATERIALIZED (
  SELECT one AS act, other AS next FROM joined WHERE verdict = 'same'
  UNION ALL
  SELECT other, one FROM joined WHERE verdict = 'same'
),
reached(act, label) USING KEY (act) AS (
  SELECT act, act FROM ways GROUP BY act
  UNION
  SELECT ways.next, min(reached.label)
  FROM reached
  JOIN ways ON ways.act = reached.act
  JOIN recurring.reached AS before ON before.act = ways.next
  WHERE reached.label < before.label
  GROUP BY ways.next
),
-- Acts told apart that a chain would join: every act of the chain goes to the end it is fewest steps from.
ends AS MATERIALIZED (
  SELECT DISTINCT unnest([joined.one, joined.other]) AS act
  FROM joined
  JOIN reached AS a ON a.act = joined.one
  JOIN reached AS b ON b.act = joined.other AND b.label = a.label
  WHERE joined.verdict = 'different'
),
sides(act, side) USING KEY (act) AS (
  SELECT act, act FROM ends
  UNION
  SELECT ways.next, min(sides.side)
  FROM sides
  JOIN ways ON ways.act = sides.act
  WHERE NOT EXISTS (FROM recurring.sides AS before WHERE before.act = ways.next)
  GROUP BY ways.next
),
kept AS MATERIALIZED (
  SELECT ways.act, ways.next
  FROM ways
  LEFT JOIN sides AS a ON a.act = ways.act
  LEFT JOIN sides AS b ON b.act = ways.next
  WHERE coalesce(a.side, '') = coalesce(b.side, '')
),
settled(act, label) USING KEY (act) AS (
  SELECT act, act FROM kept GROUP BY act
  UNION
  SELECT kept.next, min(settled.label)
  FROM settled
  JOIN kept ON kept.act = settled.act
  JOIN recurring.settled AS before ON before.act = kept.next
  WHERE settled.label < before.label
  GROUP BY kept.next
)
SELECT events.id AS act, coalesce(settled.label, events.id) AS happening
FROM parts.events AS events
LEFT JOIN settled ON settled.act = events.id
