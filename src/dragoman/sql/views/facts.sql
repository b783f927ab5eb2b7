-- Purpose: every fact in one shape: what it is, who is in it, about whom, when, its words.
-- Grain: one row per statement, event, tenure or standing.
-- Needs: told, done, held, stood.
SELECT
  id, 'statement' AS fact, act AS kind, day, day_from, day_to, coalesce(speaker, '?') AS who,
  concat_ws(' ', act, if(polarity = 'negated', '(not)', NULL), if(addressee IS NULL, NULL, 'to ' || addressee)) AS what,
  words, outlet, published, title, report, start, "end", score, rule,
  list_filter([speaker_id, addressee_id], lambda one: one IS NOT NULL) AS involved, about_ids AS about
FROM told
UNION ALL
SELECT
  id, 'event', kind, day, day_from, day_to, coalesce(nullif(array_to_string(actors, ', '), ''), '?'),
  concat_ws(
    ' ', concat_ws('-', kind, mode), if(polarity = 'negated', '(not)', NULL),
    if(modality = 'actual', NULL, '(' || modality || ')'),
    if(len(recipients) = 0, NULL, '→ ' || array_to_string(recipients, ', ')), if(place IS NULL, NULL, '@ ' || place)
  ),
  words, outlet, published, title, report, start, "end", score, rule,
  list_concat(actor_ids, recipient_ids), recipient_ids
FROM done
UNION ALL
SELECT
  id, 'tenure', post, day, day_from, day_to, coalesce(person, '?'),
  concat_ws(' ', if(status = 'current', NULL, status), post, if(of IS NULL, NULL, 'of ' || of)),
  words, outlet, published, title, report, start, "end", NULL, rule,
  list_filter([person_id, body_id], lambda one: one IS NOT NULL), []
FROM held
UNION ALL
SELECT
  id, 'standing', standing, day, day_from, day_to, coalesce(party, '?'),
  concat_ws(' ', if(modality = 'held', NULL, modality), standing, if(body IS NULL, NULL, 'of ' || body)),
  words, outlet, published, title, report, start, "end", NULL, rule,
  list_filter([party_id, body_id], lambda one: one IS NOT NULL), list_filter([body_id], lambda one: one IS NOT NULL)
FROM stood
