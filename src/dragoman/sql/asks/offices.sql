-- Purpose: the answer to `dragoman offices`.
-- Grain: one row per row of `held` that the filters let through, oldest first, undated last.
-- Needs: held, picked.
SELECT held.*
FROM held
WHERE held.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(held.day_from, TRY_CAST(held.published AS DATE)) NULLS LAST, held.report, held.start, held.id
LIMIT $most
