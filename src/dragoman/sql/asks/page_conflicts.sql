-- Purpose: what reports contradict each other on, value by value, with who says it, what a named rule chooses and what the usual one does.
-- Grain: one row per happening, field and value, those told by most reports first, a dozen values of a field and a dozen sources of a value at most; `count` is of all happenings that fit, `told` of all sources.
-- Needs: conflicts, accounts, chosen, happenings.
WITH ranked AS (
  SELECT
    *,
    row_number() OVER (ORDER BY reports DESC, day_from DESC NULLS LAST, id) AS nth,
    count(*) OVER () AS count
  FROM happenings
  WHERE id IN (SELECT happening FROM conflicts WHERE $field IS NULL OR field = CAST($field AS VARCHAR)) AND (CAST($id AS VARCHAR) IS NULL OR list_contains(events, CAST($id AS VARCHAR)) OR id = CAST($id AS VARCHAR))
),
said AS (
  SELECT
    happening,
    field,
    value,
    count(DISTINCT house) AS origins,
    count(*) AS told,
    list(
      {'event': event, 'report': report, 'outlet': outlet, 'published': CAST(published AS VARCHAR)}
      ORDER BY published NULLS LAST, outlet, event
    )[:12] AS sources
  FROM accounts
  SEMI JOIN conflicts USING (happening, field)
  SEMI JOIN (SELECT id AS happening FROM ranked WHERE nth <= $most) USING (happening)
  GROUP BY happening, field, value
  QUALIFY row_number() OVER (PARTITION BY happening, field ORDER BY origins DESC, value) <= 12
)
SELECT
  ranked.id, ranked.count, ranked.kind, ranked.mode, ranked.day, ranked.actors, ranked.recipients, ranked.reports, ranked.origins,
  said.field, said.value, said.origins AS told_by, said.told, said.sources, chosen.value AS chosen, usual.value AS usual
FROM ranked
JOIN said ON said.happening = ranked.id
LEFT JOIN chosen($rule) AS chosen ON chosen.happening = said.happening AND chosen.field = said.field
LEFT JOIN chosen(getvariable('rule')) AS usual ON usual.happening = said.happening AND usual.field = said.field
WHERE ranked.nth <= $most AND ($field IS NULL OR said.field = CAST($field AS VARCHAR))
ORDER BY ranked.nth, said.field, said.origins DESC, said.value
