-- Purpose: offices and standings that reports tell differently of one day, value by value, with who says it, what was known before reading, what a named rule chooses and what the usual one does.
-- Grain: one row per dispute and value, those most told first; `count` is of all that fit, a dozen values of each and a dozen sources of a value at most; `told` is of all sources.
-- Needs: disputes, ledger, finds.
WITH fitting AS MATERIALIZED (
  SELECT *, count(*) OVER () AS count, list_sum(list_transform(said, lambda one: len(one.reports))) AS reports
  FROM disputes
  WHERE ($sort IS NULL OR sort = CAST($sort AS VARCHAR)) AND (CAST($id AS VARCHAR) IS NULL OR id = CAST($id AS VARCHAR))
  ORDER BY reports DESC, id
  LIMIT $most
),
valued AS MATERIALIZED (
  SELECT id, unnest(said) AS told FROM fitting
),
foremost AS MATERIALIZED (
  SELECT id, told FROM valued QUALIFY row_number() OVER (PARTITION BY id ORDER BY told.origins DESC, told.value) <= 12
),
tried AS (
  SELECT
    valued.id, told.value AS value, rules.rule,
    CASE
      WHEN rules.rule = 'most origins' THEN -told.origins
      WHEN rules.rule = 'earliest' THEN epoch(told.first_told)
      WHEN rules.rule = 'latest' THEN -epoch(told.last_told)
      WHEN starts_with(rules.rule, 'outlet ') THEN
        if(list_contains(list_transform(told.outlets, lambda one: lower(one)), lower(substr(rules.rule, 8))), 0, NULL)
    END AS weight
  FROM valued
  CROSS JOIN (SELECT DISTINCT unnest([CAST($rule AS VARCHAR), getvariable('rule')]) AS rule) AS rules
),
chosen AS (
  SELECT id, rule, if(count(*) = 1, any_value(value), NULL) AS value
  FROM (SELECT *, rank() OVER (PARTITION BY id, rule ORDER BY weight) AS place FROM tried WHERE weight IS NOT NULL)
  WHERE place = 1
  GROUP BY id, rule
),
claimed AS (
  SELECT id, told.value AS value, unnest(told.claims[:12]) AS claim FROM foremost
),
sourced AS (
  SELECT
    claimed.id, claimed.value,
    list(
      {'event': facts.id, 'report': facts.report, 'outlet': coalesce(facts.outlet, facts.title), 'published': facts.published}
      ORDER BY facts.published NULLS LAST, facts.outlet, facts.id
    ) AS sources
  FROM claimed
  JOIN finds ON finds.id = claimed.claim
  JOIN ledger AS facts ON facts.place = finds.place
  GROUP BY ALL
)
SELECT
  fitting.id, fitting.count, fitting.sort, fitting.subject, fitting.first_day, fitting.last_day, fitting.known, fitting.reports,
  list_max(list_transform(fitting.said, lambda one: one.origins)) AS origins,
  foremost.told.value AS value, foremost.told.origins AS told_by, len(foremost.told.claims) AS told, sourced.sources, now.value AS chosen, usual.value AS usual
FROM fitting
JOIN foremost ON foremost.id = fitting.id
JOIN sourced ON sourced.id = foremost.id AND sourced.value = foremost.told.value
LEFT JOIN chosen AS now ON now.id = fitting.id AND now.rule = $rule
LEFT JOIN chosen AS usual ON usual.id = fitting.id AND usual.rule = getvariable('rule')
ORDER BY fitting.reports DESC, fitting.id, foremost.told.origins DESC, foremost.told.value
