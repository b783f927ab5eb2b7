-- Purpose: the offices a person is said to hold, the standings of a party and the standings in a body, for bars in time.
-- Grain: one row per tenure or standing by track and day, of each track the thirty first and last; those without a day have none.
-- Needs: careers.
WITH told AS MATERIALIZED (
  SELECT * FROM careers WHERE entity = $id
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
SELECT shown.track, shown.id, told.day_from, told.day_to, told.how, told.said AS words, shown.without_day, told.report
FROM shown
JOIN told ON told.id = shown.id AND told.sort = shown.sort
ORDER BY shown.track, told.day_from NULLS LAST, told.report, shown.id
