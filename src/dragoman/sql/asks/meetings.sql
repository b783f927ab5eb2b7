-- Purpose: the answer to `dragoman meetings`.
-- Grain: one row per row of `meetings` that the filters let through, oldest first, undated last.
-- Needs: meetings, picked.
SELECT meetings.*
FROM meetings
WHERE meetings.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(meetings.day_from, TRY_CAST(meetings.published AS DATE)) NULLS LAST, meetings.report, meetings.start, meetings.id
LIMIT $most
