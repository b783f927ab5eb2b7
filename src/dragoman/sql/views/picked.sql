-- Purpose: the facts that all filters let through; a filter that is null lets everything through.
-- Grain: one row per fact.
-- Needs: facts.
-- Takes: some_who, some_about, first_day, last_day, some_outlet, some_kind.
SELECT facts.id
FROM facts
WHERE
  (some_who IS NULL OR list_has_any(facts.involved, some_who))
  AND (some_about IS NULL OR list_has_any(facts.about, some_about))
  AND (first_day IS NULL OR coalesce(facts.day_to, TRY_CAST(facts.published AS DATE)) >= CAST(first_day AS DATE))
  AND (last_day IS NULL OR coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) <= CAST(last_day AS DATE))
  AND (some_outlet IS NULL OR facts.outlet ILIKE some_outlet)
  AND (some_kind IS NULL OR facts.kind ILIKE some_kind)
