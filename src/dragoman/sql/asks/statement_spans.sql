-- Purpose: the stretches a statement's fields rest on.
-- Grain: one row per field and stretch.
-- Needs: parts.statements.
SELECT 'speaker' AS field, speaker_start AS start, speaker_end AS "end" FROM statements WHERE report = $report AND id = $id AND speaker_start IS NOT NULL
UNION ALL
SELECT 'cue', cue_start, cue_end FROM statements WHERE report = $report AND id = $id AND cue_start IS NOT NULL
UNION ALL
SELECT 'words', content.start, content.end FROM (SELECT unnest(contents) AS content FROM statements WHERE report = $report AND id = $id)
ORDER BY start
