-- Purpose: fields of a happening on which reports contradict each other, with who says what.
-- Grain: one row per happening and field with values that cannot both be true.
-- Needs: accounts.
WITH contradicted AS (
  SELECT DISTINCT a.happening, a.field
  FROM accounts AS a
  JOIN accounts AS b ON b.happening = a.happening AND b.field = a.field AND b.report != a.report
  WHERE
    a.value != b.value AND a.unit IS NOT DISTINCT FROM b.unit  -- a number of another unit contradicts nothing
    AND if(
      a.field = 'place',
      NOT coalesce((a.whole_state OR b.whole_state) AND a.country = b.country, FALSE),
      a.low > b.high OR b.low > a.high
    )
),
said AS (
  SELECT
    happening,
    field,
    value,
    count(DISTINCT house) AS origins,
    list_sort(list(DISTINCT outlet)) AS outlets,
    list_sort(list(DISTINCT report)) AS reports,
    list_sort(list(DISTINCT event)) AS rows
  FROM accounts
  SEMI JOIN contradicted USING (happening, field)
  GROUP BY ALL
)
SELECT
  happening,
  field,
  list({'value': value, 'origins': origins, 'outlets': outlets, 'reports': reports, 'rows': rows} ORDER BY origins DESC, value) AS said
FROM said
GROUP BY ALL
