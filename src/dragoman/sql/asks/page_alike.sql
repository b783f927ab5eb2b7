-- Purpose: facts of other reports that may tell of the same: same sort, same kind, same parties, and days that meet or half the words shared.
-- Grain: one row per fact and copy family, those of copies of the same story first.
-- Needs: facts, copies, done, told.
WITH laid AS (
  SELECT
    facts.*,
    coalesce(copies.origin, facts.report) AS family,
    copies.relation,
    list_sort(list_distinct(facts.involved)) AS parties,
    list_distinct(regexp_extract_all(lower(facts.words), '\w+')) AS terms,
    coalesce(facts.day_from, TRY_CAST(facts.published AS DATE)) AS first_day,
    coalesce(facts.day_to, TRY_CAST(facts.published AS DATE)) AS last_day
  FROM facts
  LEFT JOIN copies ON copies.report = facts.report
  WHERE facts.fact = (SELECT fact FROM facts WHERE id = $id) AND facts.kind = (SELECT kind FROM facts WHERE id = $id)
),
mine AS (
  SELECT * FROM laid WHERE id = $id
),
weighed AS (
  SELECT
    other.* EXCLUDE (terms, parties),
    other.family = mine.family AS in_family,
    len(list_intersect(other.terms, mine.terms)) / greatest(least(len(other.terms), len(mine.terms)), 1) AS shared,
    mine.fact != 'statement' AND other.first_day <= mine.last_day AND other.last_day >= mine.first_day AS days_meet
  FROM laid AS other
  JOIN mine ON other.report != mine.report AND len(mine.parties) > 0 AND other.parties = mine.parties
)
SELECT
  weighed.id, weighed.fact, weighed.kind, weighed.day, weighed.who, weighed.what, weighed.words, weighed.outlet,
  weighed.published, weighed.title, weighed.report, weighed.family AS origin, weighed.relation, weighed.in_family,
  round(weighed.shared, 2) AS shared, done.place, done.modality, coalesce(done.polarity, told.polarity) AS polarity
FROM weighed
LEFT JOIN done ON done.id = weighed.id
LEFT JOIN told ON told.id = weighed.id
WHERE weighed.shared >= 0.5 OR coalesce(weighed.days_meet, FALSE)
QUALIFY row_number() OVER (PARTITION BY weighed.report ORDER BY weighed.shared DESC, weighed.start, weighed.id) = 1
ORDER BY weighed.in_family DESC, weighed.shared DESC, weighed.published NULLS LAST, weighed.report
LIMIT $most
