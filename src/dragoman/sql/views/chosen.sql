-- Purpose: the value of each field of each happening that a person judged right or else a named rule chooses, none where it cannot tell.
-- Grain: one row per happening and field that a report states.
-- Needs: accounts, judged_claims.
-- Takes: rule.
WITH valued AS (
  SELECT
    happening,
    accounts.field,
    value,
    min(width) AS width,
    count(DISTINCT house) AS origins,
    min(published) AS first_told,
    max(published) AS last_told,
    bool_or(lower(rule) = 'outlet ' || lower(outlet)) AS named,
    any_value(judged."by") FILTER (WHERE judged.verdict = 'right') AS judge,
    bool_or(coalesce(judged.verdict = 'wrong', FALSE)) AS is_wrong
  FROM accounts
  LEFT JOIN judged_claims AS judged ON judged.claim = accounts.event AND judged.field = accounts.field
  GROUP BY happening, accounts.field, value
),
ranked AS (
  SELECT
    *,
    rule AS usual,
    rank() OVER (
      PARTITION BY happening, field
      ORDER BY
        judge IS NULL,
        CASE
          WHEN judge IS NOT NULL THEN 0
          WHEN rule = 'most precise' THEN width
          WHEN rule = 'most origins' THEN -origins
          WHEN rule = 'earliest' THEN epoch(first_told)
          WHEN rule = 'latest' THEN -epoch(last_told)
          WHEN starts_with(rule, 'outlet ') THEN if(named, 0, 1)
        END NULLS LAST
    ) AS place
  FROM valued
  WHERE judge IS NOT NULL OR NOT is_wrong
)
SELECT
  happening,
  field,
  if(
    count(*) FILTER (WHERE place = 1) = 1
    AND (count(judge) > 0 OR any_value(usual) != 'none' AND (NOT starts_with(any_value(usual), 'outlet ') OR bool_or(named))),
    any_value(value) FILTER (WHERE place = 1),
    NULL
  ) AS value,
  coalesce('judged by ' || any_value(judge), any_value(usual)) AS rule
FROM ranked
GROUP BY happening, field
