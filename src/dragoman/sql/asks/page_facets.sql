-- Purpose: how many facts of one of the busiest there are of each value of each facet, counted when the record was laid out.
-- Grain: one row per facet and value; none for who is not among the busiest.
-- Needs: facets.
SELECT facet, value, name, count
FROM facets
WHERE entity = $entity
ORDER BY facet, count DESC, name, value
