-- Purpose: every stretch of a report that a fact, a place or a day rests on.
-- Grain: one row per stretch and field.
-- Needs: parts.statements, parts.events, parts.tenures, parts.standings, markers.
SELECT 'statements' AS layer, 'speaker' AS field, id AS row, speaker_start AS start, speaker_end AS "end"
FROM statements WHERE report = $id AND speaker_start IS NOT NULL
UNION ALL
SELECT 'statements', 'cue', id, cue_start, cue_end FROM statements WHERE report = $id AND cue_start IS NOT NULL
UNION ALL
SELECT 'statements', 'words', id, content.start, content.end
FROM (SELECT id, unnest(contents) AS content FROM statements WHERE report = $id)
UNION ALL
SELECT 'events', 'act', id, start, "end" FROM events WHERE report = $id
UNION ALL
SELECT 'events', 'actor', id, party.start, party.end
FROM (SELECT id, unnest(actors) AS party FROM events WHERE report = $id)
UNION ALL
SELECT 'events', 'recipient', id, party.start, party.end
FROM (SELECT id, unnest(recipients) AS party FROM events WHERE report = $id)
UNION ALL
SELECT 'offices', 'office', id, start, "end" FROM tenures WHERE report = $id
UNION ALL
SELECT 'offices', 'standing', id, start, "end" FROM standings WHERE report = $id
UNION ALL
SELECT kind || 's', kind, NULL, start, "end" FROM markers WHERE report = $id
ORDER BY start, "end", layer, field, row
