-- Purpose: the answer to `dragoman statements`.
-- Grain: one row per row of `told` that the filters let through, oldest first, undated last.
-- Needs: told, picked.
SELECT told.*
FROM told
WHERE told.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(told.day_from, TRY_CAST(told.published AS DATE)) NULLS LAST, told.report, told.start, told.id
LIMIT $most
