-- Purpose: the answer to `dragoman events`.
-- Grain: one row per row of `done` that the filters let through, oldest first, undated last.
-- Needs: done, picked.
SELECT done.*
FROM done
WHERE done.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(done.day_from, TRY_CAST(done.published AS DATE)) NULLS LAST, done.report, done.start, done.id
LIMIT $most
