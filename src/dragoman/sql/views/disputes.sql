-- Purpose: offices and standings on which reports contradict each other or the tables known before reading, with who says what.
-- Grain: one row per post, or party and body, with claims that cannot all be true on a day.
-- Needs: claims, known.
WITH contradicted AS (
  SELECT a.id
  FROM claims AS a
  JOIN claims AS b
    ON b.sort = a.sort AND b.post = a.post AND b.report != a.report AND b.value != a.value
      AND (a.sort = 'standing' AND b.holder = a.holder OR a.sort = 'office' AND b.place = a.place AND b.holder != a.holder)
      AND a.first_day <= b.last_day AND b.first_day <= a.last_day
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
    min(claims.published) AS first_told,
    max(claims.published) AS last_told,
    min(claims.first_day) AS first_day,
    max(claims.last_day) AS last_day
  FROM claims
  SEMI JOIN contradicted ON contradicted.id = claims.id
  GROUP BY ALL
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
      'first_told': said.first_told, 'last_told': said.last_told
    }
    ORDER BY said.origins DESC, said.value
  ) AS said,
  coalesce(any_value(before.known), []) AS known
FROM said
LEFT JOIN before ON before.sort = said.sort AND before.subject = said.subject
GROUP BY said.sort, said.subject
