-- Purpose: offices and standings on which reports contradict each other or the tables known before reading, with who says what.
-- Grain: one row per post, or party and body, with claims that cannot all be true on a day.
-- Needs: claims, known, judged_claims.
WITH daily AS MATERIALIZED (
  SELECT
    id, sort, post, if(sort = 'office', place, holder) AS of_whom, holder, value, report,
    unnest(range(first_day, last_day + 1, INTERVAL 1 DAY)) AS day
  FROM claims
),
-- Claims meet day by day, and only where not all of a day say the same: joined in one go, all claims to a post would meet.
split AS (
  SELECT sort, post, of_whom, day
  FROM daily
  GROUP BY ALL
  HAVING count(DISTINCT value) > 1 AND count(DISTINCT report) > 1
),
torn AS MATERIALIZED (
  SELECT * FROM daily SEMI JOIN split USING (sort, post, of_whom, day)
),
contradicted AS (
  SELECT a.id
  FROM torn AS a
  JOIN torn AS b ON b.sort = a.sort AND b.post = a.post AND b.of_whom = a.of_whom AND b.day = a.day
  WHERE
    b.report != a.report AND b.value != a.value AND (a.sort = 'standing' OR b.holder != a.holder)
    -- A suspended member is a member.
    AND NOT (a.sort = 'standing' AND least(a.value, b.value) = 'member' AND greatest(a.value, b.value) = 'suspended')
  UNION
  SELECT id FROM known
),
said AS (
  SELECT
    claims.sort,
    claims.subject,
    claims.value,
    count(DISTINCT claims.house) AS origins,
    list_sort(list(DISTINCT claims.outlet)) AS outlets,
    list_sort(list(DISTINCT claims.report)) AS reports,
    list(claims.id ORDER BY claims.id) AS claims,
    any_value(judged."by") FILTER (WHERE judged.verdict = 'right') AS right_by,
    any_value(judged."by") FILTER (WHERE judged.verdict = 'wrong') AS wrong_by,
    min(claims.published) AS first_told,
    max(claims.published) AS last_told,
    min(claims.first_day) AS first_day,
    max(claims.last_day) AS last_day
  FROM claims
  SEMI JOIN contradicted ON contradicted.id = claims.id
  LEFT JOIN judged_claims AS judged ON judged.claim = claims.id
  GROUP BY claims.sort, claims.subject, claims.value
),
before AS (
  SELECT claims.sort, claims.subject, list_sort(list(DISTINCT known.value || ' (' || known.source || ')')) AS known
  FROM known
  JOIN claims ON claims.id = known.id
  GROUP BY ALL
)
SELECT
  min(said.claims[1]) AS id,
  said.sort,
  said.subject,
  min(said.first_day) AS first_day,
  max(said.last_day) AS last_day,
  list(
    {
      'value': said.value, 'origins': said.origins, 'outlets': said.outlets, 'reports': said.reports, 'claims': said.claims,
      'first_told': said.first_told, 'last_told': said.last_told, 'right_by': said.right_by, 'wrong_by': said.wrong_by
    }
    ORDER BY said.origins DESC, said.value
  ) AS said,
  coalesce(any_value(before.known), []) AS known
FROM said
LEFT JOIN before ON before.sort = said.sort AND before.subject = said.subject
GROUP BY said.sort, said.subject
