-- Purpose: an event with all its fields by name, for the page of evidence.
-- Grain: one row, or none.
-- Needs: done, parties, parts.events.
SELECT
  done.kind, done.mode,
  (SELECT list({'name': name, 'id': entity} ORDER BY place) FROM parties WHERE event = done.id AND role = 'actor') AS actors,
  (SELECT list({'name': name, 'id': entity} ORDER BY place) FROM parties WHERE event = done.id AND role = 'recipient') AS recipients,
  done.place, acts.place AS place_id, done.place_precision, done.day, done.day_basis, done.polarity, done.modality, done.time_ref,
  done.voice, told.speaker AS voice_of, done.occasion, done.topics, done.contexts, done.killed_low, done.killed_high,
  done.injured_low, done.injured_high, done.size_low, done.size_high, done.cameo, done.goldstein, done.zone
FROM done
JOIN parts.events AS acts ON acts.id = done.id
LEFT JOIN told ON told.id = done.voice
WHERE done.id = $id
