-- Purpose: the answer to `dragoman facts`.
-- Grain: one row per row of `facts` that the filters let through, oldest first, undated last.
-- Needs: facts, picked.
SELECT facts.*
FROM facts
WHERE facts.id IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
ORDER BY coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) NULLS LAST, facts.report, facts.start, facts.id
LIMIT $most
