-- Purpose: those who take part in so many facts that what they can be narrowed by is counted ahead.
-- Grain: one row per entity, a state with all who act for it.
-- Needs: takings.
SELECT entity
FROM takings
WHERE reach != 'alone' AND (does OR has_done)
GROUP BY entity
HAVING count(*) > coalesce(getvariable('many'), 20000)
