-- Purpose: offices and standings that reports claim to hold on a day: who holds a post that has one holder, how a party stands in a body.
-- Grain: one row per tenure or standing with a subject and a day, at most a month wide.
-- Needs: held, stood, entities, parts.reports, origins.
WITH stated AS (
  SELECT
    held.id,
    'office' AS sort,
    held.post || ' of ' || held.of AS subject,
    held.post AS post,
    coalesce(held.body_id, held.country) AS place,
    held.person_id AS holder,
    held.person AS value,
    held.report,
    held.day_from,
    held.day_to
  FROM held
  WHERE
    held.status = 'current'
    AND held.of IS NOT NULL
    AND held.person IS NOT NULL
    AND held.post IN (
      'president', 'prime minister', 'foreign minister', 'defence minister', 'finance minister', 'interior minister',
      'chancellor', 'king', 'supreme leader', 'secretary general'
    )
  UNION ALL
  SELECT
    stood.id,
    'standing',
    stood.party || ' in ' || stood.body,
    stood.body_id,
    party.country,
    stood.party_id,
    stood.standing,
    stood.report,
    stood.day_from,
    stood.day_to
  FROM stood
  JOIN entities AS party ON party.id = stood.party_id
  WHERE stood.modality = 'held' AND stood.body IS NOT NULL AND stood.standing != 'founder'
)
SELECT
  stated.* EXCLUDE (day_from, day_to),
  coalesce(stated.day_from, reports.published_from) AS first_day,
  coalesce(stated.day_to, reports.published_to) AS last_day,
  origins.house,
  coalesce(reports.outlet, reports.dateline_agency, reports.title, reports.uri) AS outlet,
  reports.published_from AS published
FROM stated
JOIN parts.reports AS reports ON reports.id = stated.report
JOIN origins ON origins.report = stated.report
WHERE last_day - first_day <= 31
