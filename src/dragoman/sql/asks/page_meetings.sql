-- Purpose: the meetings on the page of meetings, narrowed by days and by one or two who took part.
-- Grain: one row per meeting in a report, newest first; `count` is of all that fit.
-- Needs: ledger, sittings, takings, meetings.
WITH fitting AS MATERIALIZED (
  SELECT place
  FROM sittings
  WHERE
    ($left IS NULL OR place IN (SELECT place FROM takings WHERE entity IN (SELECT unnest($left)) AND reach IN ('both', $reach)))
    AND ($right IS NULL OR place IN (SELECT place FROM takings WHERE entity IN (SELECT unnest($right)) AND reach IN ('both', $reach)))
    AND ($since IS NULL OR until >= CAST($since AS DATE))
    AND ($until IS NULL OR since <= CAST($until AS DATE))
),
shown AS MATERIALIZED (
  SELECT ledger.*, (SELECT count(*) FROM fitting) AS count
  FROM ledger
  JOIN (SELECT place FROM fitting ORDER BY place LIMIT $most) AS newest ON newest.place = ledger.place
)
SELECT
  shown.count, shown.id, shown.fact, shown.kind, shown.day, array_to_string(meetings.participants, ', ') AS who,
  concat_ws(
    ' ', coalesce(meetings.mode, 'meeting'), if(meetings.place IS NULL, NULL, '@ ' || meetings.place),
    if(meetings.occasion IS NULL, NULL, '(' || meetings.occasion || ')')
  ) AS what,
  shown.words, shown.outlet, shown.published, shown.title, shown.report
FROM shown
JOIN meetings ON meetings.id = shown.id
ORDER BY shown.place
