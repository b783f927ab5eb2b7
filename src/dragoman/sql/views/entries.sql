-- Purpose: every fact with all that the workbench sifts and sorts by.
-- Grain: one row per statement, event, tenure or standing.
-- Needs: facts, told, done, copies, clusters, edges, parts.events, parts.reports.
WITH sided AS (
  SELECT
    facts.* EXCLUDE (start, "end"), facts.start, facts."end",
    coalesce(list_max(list_filter(firsts, lambda one: one <= facts.start)), facts.start) AS first_sign,
    coalesce(list_min(list_filter(lasts, lambda one: one >= facts."end")), facts."end") AS last_sign,
    CASE facts.fact
      WHEN 'statement' THEN list_filter([told.speaker_id], lambda one: one IS NOT NULL)
      WHEN 'event' THEN done.actor_ids
      ELSE facts.involved[1:1]
    END AS doers,
    CASE facts.fact
      WHEN 'statement' THEN list_filter(list_append(told.about_ids, told.addressee_id), lambda one: one IS NOT NULL)
      WHEN 'event' THEN list_concat(done.recipient_ids, if(len(done.recipient_ids) = 0, done.actor_ids, []))
      ELSE facts.involved[2:]
    END AS others,
    coalesce(facts.outlet, 'not stated') AS outlet_said,
    CASE facts.fact
      WHEN 'statement' THEN list_filter([told.addressee_id], lambda one: one IS NOT NULL)
      WHEN 'event' THEN done.recipient_ids
      ELSE []
    END AS recipients,
    done.mode,
    done.modality,
    -- Words that no table knows and that are no name, as "both sides", tell no place.
    acts.place IS NOT NULL OR coalesce(regexp_matches(done.place, '^\p{Lu}'), FALSE) AS is_sited,
    if(facts.fact = 'event', if(is_sited, coalesce(done.place_precision, 'unknown'), 'unknown'), NULL) AS precision,
    if(facts.fact = 'event', if(done.voice IS NULL, 'the outlet’s', 'somebody quoted'), NULL) AS voice,
    if(copies.report IS NULL, 'origin', 'copy') AS origin,
    if(facts.day IS NULL, 'not told', 'told') AS dated,
    coalesce(left(coalesce(facts.day, facts.published), 4), 'unknown') AS year,
    coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) AS since,
    coalesce(facts.day_to, TRY_CAST(facts.published AS DATE)) AS until,
    array_to_string(list_sort(list_distinct(facts.involved)), ' ') AS parties,
    coalesce(copies.origin, facts.report) AS family,
    copies.relation,
    clusters.happening,
    coalesce(done.polarity, told.polarity) AS polarity,
    if(is_sited, done.place, NULL) AS scene,
    acts.place AS scene_id,
    done.goldstein,
    -- On the page of two: people meeting, what one does to the other, what one says to or of the other.
    CASE
      WHEN facts.fact = 'event' AND facts.kind = 'CONSULT' AND done.modality = 'actual' THEN
        if(done.polarity = 'asserted' AND done.mode IS DISTINCT FROM 'third-party', 'meetings', NULL)
      WHEN facts.kind IN ('COOPERATE', 'AID', 'RETREAT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT') THEN 'deeds'
      WHEN facts.fact IN ('statement', 'event') THEN 'words'
    END AS lane,
    substr(reports.text, first_sign + 1, least(last_sign - first_sign, 600)) AS passage
  FROM facts
  LEFT JOIN told ON told.id = facts.id
  LEFT JOIN done ON done.id = facts.id
  LEFT JOIN parts.events AS acts ON acts.id = facts.id
  LEFT JOIN copies ON copies.report = facts.report
  LEFT JOIN clusters ON clusters.act = facts.id
  JOIN parts.reports AS reports ON reports.id = facts.report
  LEFT JOIN edges ON edges.report = facts.report
)
SELECT * EXCLUDE (first_sign, last_sign, is_sited)
FROM sided
