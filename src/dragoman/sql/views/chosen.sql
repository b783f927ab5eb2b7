-- Purpose: the value of each field of each happening that a named rule chooses, none where the rule cannot tell.
-- Grain: one row per happening and field that a report states.
-- Needs: accounts.
-- Takes: rule.
WITH valued AS (
  SELECT
    happening,
    field,
    value,
    min(width) AS width,
    count(DISTINCT house) AS origins,
    min(published) AS first_told,
    max(published) AS last_told,
    bool_or(lower(rule) = 'outlet ' || lower(outlet)) AS named
  FROM accounts
  GROUP BY ALL
),
ranked AS (
  SELECT
    *,
    rank() OVER (
      PARTITION BY happening, field
      ORDER BY CASE
        WHEN rule = 'most precise' THEN width
        WHEN rule = 'most origins' THEN -origins
        WHEN rule = 'earliest' THEN epoch(first_told)
        WHEN rule = 'latest' THEN -epoch(last_told)
        WHEN starts_with(rule, 'outlet ') THEN if(named, 0, 1)
      END NULLS LAST
    ) AS place
  FROM valued
)
SELECT
  happening,
  field,
  if(
    count(*) FILTER (WHERE place = 1) = 1 AND rule != 'none' AND (NOT starts_with(rule, 'outlet ') OR bool_or(named)),
    any_value(value) FILTER (WHERE place = 1),
    NULL
  ) AS value,
  rule AS rule
FROM ranked
GROUP BY happening, field
