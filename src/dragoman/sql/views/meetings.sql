-- Purpose: people meeting: consultations that took place, mediation apart, each with all who took part and the office they held.
-- Grain: one row per meeting in a report.
-- Needs: done, parties, parts.tenures.
WITH offices AS (
  SELECT report, person, mode(office ORDER BY office) AS office
  FROM parts.tenures
  WHERE person IS NOT NULL AND status != 'former'
  GROUP BY report, person
),
present AS (
  SELECT
    parties.event,
    list(parties.name ORDER BY parties.role, parties.place) AS participants,
    list(offices.office ORDER BY parties.role, parties.place) AS offices,
    list(parties.name ORDER BY parties.place) FILTER (WHERE parties.role = 'recipient') AS hosts
  FROM parties
  LEFT JOIN offices ON offices.report = parties.report AND offices.person = parties.entity
  GROUP BY parties.event
)
SELECT
  done.id,
  done.day,
  done.day_from,
  done.day_to,
  done.day_basis,
  coalesce(present.participants, []) AS participants,
  coalesce(present.offices, []) AS offices,
  CASE WHEN done.mode = 'visit' THEN present.hosts END AS host,
  done.place,
  done.occasion,
  done.topics,
  done.mode,
  done.words,
  done.outlet,
  done.published,
  done.title,
  done.zone,
  done.score,
  done.rule,
  done.report,
  done.start,
  done.end,
  list_sort(list_distinct(list_concat(done.actor_ids, done.recipient_ids))) AS participant_ids
FROM done
LEFT JOIN present ON present.event = done.id
WHERE
  done.kind = 'CONSULT' AND done.mode IS DISTINCT FROM 'third-party'
  AND done.polarity = 'asserted' AND done.modality = 'actual'
