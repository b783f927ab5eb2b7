-- Purpose: the meetings on the page of meetings, narrowed by days and by one or two who took part.
-- Grain: one row per meeting in a report, newest first; `count` is of all that fit.
-- Needs: facts, meetings.
SELECT
  count(*) OVER () AS count, facts.id, facts.fact, facts.kind, facts.day, array_to_string(meetings.participants, ', ') AS who,
  concat_ws(
    ' ', coalesce(meetings.mode, 'meeting'), if(meetings.place IS NULL, NULL, '@ ' || meetings.place),
    if(meetings.occasion IS NULL, NULL, '(' || meetings.occasion || ')')
  ) AS what,
  facts.words, facts.outlet, facts.published, facts.title, facts.report
FROM meetings
JOIN facts ON facts.id = meetings.id
WHERE
  ($left IS NULL OR list_has_any(meetings.participant_ids, $left))
  AND ($right IS NULL OR list_has_any(meetings.participant_ids, $right))
  AND ($since IS NULL OR coalesce(meetings.day_to, TRY_CAST(meetings.published AS DATE)) >= CAST($since AS DATE))
  AND ($until IS NULL OR coalesce(meetings.day_from, TRY_CAST(meetings.published AS DATE)) <= CAST($until AS DATE))
ORDER BY coalesce(meetings.day_from, TRY_CAST(meetings.published AS DATE)) DESC NULLS LAST, meetings.report, meetings.start, meetings.id
LIMIT $most
