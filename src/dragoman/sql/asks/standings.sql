-- Purpose: the answer to `dragoman standings`.
-- Grain: one row per row of `stood` that the filters let through, oldest first, undated last.
-- Needs: stood, picked.
SELECT stood.*
FROM stood
WHERE stood.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(stood.day_from, TRY_CAST(stood.published AS DATE)) NULLS LAST, stood.report, stood.start, stood.id
LIMIT $most
