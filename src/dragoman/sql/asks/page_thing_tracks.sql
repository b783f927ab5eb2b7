-- Purpose: the offices a person is said to hold, the standings of a party and the standings in a body, for bars in time.
-- Grain: one row per tenure or standing by track and day, of each track the thirty first and last; those without a day have none.
-- Needs: held, stood.
WITH told AS MATERIALIZED (
  SELECT
    'held' AS sort, concat_ws(' ', if(status = 'current', NULL, status), post, if(held.of IS NULL, NULL, 'of ' || held.of)) AS track,
    id, day_from, report
  FROM held
  WHERE person_id = $id
  UNION ALL
  SELECT 'stood', if(body_id = $id, party, body), id, day_from, report FROM stood WHERE party_id = $id OR body_id = $id
),
counted AS (
  SELECT
    sort, track, count(*) FILTER (WHERE day_from IS NULL) AS without_day,
    list_distinct(list_concat(
      min({'day': coalesce(day_from, DATE '9999-12-31'), 'report': report, 'id': id}, 30),
      max({'day': coalesce(day_from, DATE '0001-01-01'), 'report': report, 'id': id}, 30)
    )) AS edges
  FROM told
  GROUP BY sort, track
),
-- Those told of by most sentences, where there are very many.
shown AS (
  SELECT sort, track, without_day, unnest(edges).id AS id
  FROM (FROM counted ORDER BY len(edges) DESC, track LIMIT $most)
)
SELECT
  shown.track, shown.id, held.day_from, held.day_to, if(held.status = 'former', 'former', 'held') AS how, held.words, shown.without_day,
  held.report
FROM shown
JOIN held ON held.id = shown.id AND shown.sort = 'held'
UNION ALL
SELECT
  shown.track, shown.id, stood.day_from, stood.day_to, stood.modality, concat_ws(' ', if(stood.modality = 'held', NULL, stood.modality), stood.standing),
  shown.without_day, stood.report
FROM shown
JOIN stood ON stood.id = shown.id AND shown.sort = 'stood'
ORDER BY track, day_from NULLS LAST, report, id
