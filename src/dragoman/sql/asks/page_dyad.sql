-- Purpose: what passed between two: meetings, words and deeds, with their direction.
-- Grain: one row per lane and fact, `most` of each lane, newest first; `count` is of the whole lane.
-- Needs: ledger, face_to_face, shapes.
WITH placed AS MATERIALIZED (
  SELECT
    sides.place, shapes.lane,
    CASE WHEN shapes.lane = 'meetings' OR (does AND they_do) THEN 'both' WHEN does THEN 'right' ELSE 'left' END AS way
  FROM face_to_face($left, $right) AS sides
  JOIN shapes ON shapes.shape = sides.shape AND shapes.lane IS NOT NULL
  WHERE
    CASE
      WHEN shapes.lane = 'meetings' THEN TRUE
      WHEN shapes.fact = 'statement' THEN (does AND (they_have_done OR they_meant)) OR (they_do AND (has_done OR meant))
      ELSE (does AND (they_have_done OR they_meant OR they_do)) OR (they_do AND (has_done OR meant))
    END
),
newest AS (
  SELECT lane, count(*) AS count, min(place, CAST($most AS BIGINT)) AS places FROM placed GROUP BY lane
),
shown AS (
  SELECT lane, count, unnest(places) AS place FROM newest
)
SELECT
  shown.lane, placed.way, shown.count, ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words,
  ledger.outlet, ledger.published, ledger.title, ledger.report, ledger.since AS dated, ledger.day_from IS NULL AS of_report
FROM shown
JOIN placed ON placed.place = shown.place
JOIN ledger ON ledger.place = shown.place
ORDER BY shown.lane, shown.place
