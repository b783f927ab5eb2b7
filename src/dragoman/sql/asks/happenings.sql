-- Purpose: the answer to `dragoman happenings`.
-- Grain: one row per happening with an event that the filters let through, oldest first, undated last.
-- Needs: happenings, clusters, picked.
SELECT happenings.*
FROM happenings
WHERE happenings.id IN (
  SELECT clusters.happening
  FROM clusters
  WHERE clusters.act IN (SELECT id FROM picked($who, $about, $since, $until, $outlet, $kind))
)
ORDER BY coalesce(happenings.day_from, TRY_CAST(happenings.published AS DATE)) NULLS LAST, happenings.id
LIMIT $most
