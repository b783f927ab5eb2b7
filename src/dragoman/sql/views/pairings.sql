-- Purpose: pairs of acts that may be one, each with the findings for and against it in bits, and their sum; hopeless pairs are left out.
-- Grain: one row per pair of events of one kind that share a party or its state within days, or stand in copies, with even odds at least, or judged.
-- Needs: acts, compared, crowded, entities, judged, weights.
WITH laid AS MATERIALIZED (
  SELECT who, states, kind FROM acts
),
many AS (
  SELECT count(*) AS acts FROM laid
),
party_bits AS MATERIALIZED (
  SELECT counted.one, bits, named.id IS NOT NULL AS known, named.name, named.country
  FROM (
    SELECT one, least(weight('act most bits'), log2((SELECT acts FROM many) / count(*))) AS bits
    FROM (
      SELECT unnest(who) AS one FROM laid
      UNION ALL
      SELECT unnest(states) FROM laid
    )
    GROUP BY one
  ) AS counted
  LEFT JOIN entities AS named ON named.id = counted.one
),
kind_bits AS MATERIALIZED (
  SELECT kind, least(weight('act most kind bits'), log2((SELECT acts FROM many) / count(*))) AS bits
  FROM laid
  GROUP BY kind
),
-- What met before its cells were crowded.
parted AS MATERIALIZED (
  SELECT listed.one, listed.other
  FROM (SELECT one, other, unnest(cells) AS cell FROM compared) AS listed
  LEFT JOIN crowded ON crowded.cell = listed.cell
  GROUP BY listed.one, listed.other
  HAVING count(crowded.cell) = count(*)
),
valued AS (
  SELECT
    compared.one,
    compared.other,
    compared.kind,
    one_report,
    other_report,
    shared,
    shared_states,
    timed,
    dated,
    days_apart,
    one_mode,
    other_mode,
    judged.one IS NOT NULL AS is_judged,
    kind_bits.bits AS by_kind,
    weight('act other parties') * greatest(0, others) AS by_others,
    if(turned, weight('act turned round'), 0) AS by_sides,
    CASE
      WHEN NOT timed THEN 0
      WHEN dated AND days_apart = 0 THEN weight('act same day')
      WHEN days_apart = 0 THEN weight('act days may agree')
      WHEN days_apart = 1 THEN weight('act next day')
      ELSE weight('act days apart')
    END AS by_day,
    CASE
      WHEN one_place = other_place THEN weight('act same place')
      WHEN one_place != other_place AND NOT coalesce(within, FALSE) THEN weight('act other place')
      ELSE 0
    END AS by_place,
    CASE one_mode = other_mode
      WHEN TRUE THEN weight('act same mode')
      WHEN FALSE THEN weight('act other mode')
      ELSE 0
    END AS by_mode,
    if(same_words, weight('act same words'), 0) AS by_words,
    CASE same_number
      WHEN TRUE THEN weight('act same number')
      WHEN FALSE THEN weight('act other number')
      ELSE 0
    END AS by_number,
    CASE
      WHEN one_report = other_report OR copied THEN 0
      WHEN story >= weight('act story line') THEN weight('act same story')
      WHEN story <= weight('story least') THEN weight('act other story')
      ELSE 0
    END AS by_story,
    if(copied, weight('act copied'), 0) AS by_copy,
    if(one_report = other_report, weight('act same report'), 0) AS by_report,
    weight('act prior') + by_kind + by_others + by_sides + by_day + by_place + by_mode + by_words + by_number + by_story
    + by_copy + by_report AS without_parties
  FROM compared
  JOIN kind_bits ON kind_bits.kind = compared.kind
  ANTI JOIN parted ON parted.one = compared.one AND parted.other = compared.other
  LEFT JOIN judged ON judged.one = compared.one AND judged.other = compared.other
),
-- What names cannot make even odds of is no act told twice.
hopeful AS MATERIALIZED (
  SELECT row_number() OVER () AS pair, *
  FROM valued
  WHERE
    is_judged
    OR without_parties + weight('act most bits') * (len(shared) + weight('act state bits') * len(shared_states))
    >= weight('act open line')
),
party_sums AS MATERIALIZED (
  SELECT pair, sum(bits) AS bits, list(country) FILTER (WHERE country IS NOT NULL) AS states
  FROM (SELECT pair, unnest(shared) AS one FROM hopeful)
  JOIN party_bits USING (one)
  WHERE known
  GROUP BY pair
),
-- A state counts where no party of it is shared: "Riyadh" and "the Saudi minister".
apart AS MATERIALIZED (
  SELECT listed.pair, listed.state
  FROM (SELECT pair, unnest(shared_states) AS state FROM hopeful) AS listed
  LEFT JOIN party_sums USING (pair)
  WHERE NOT coalesce(list_contains(party_sums.states, listed.state), FALSE)
),
state_sums AS (
  SELECT apart.pair, weight('act state bits') * sum(party_bits.bits) AS bits
  FROM apart
  JOIN party_bits ON party_bits.one = apart.state
  GROUP BY apart.pair
),
summed AS MATERIALIZED (
  SELECT
    hopeful.*,
    party_sums.bits AS by_parties,
    state_sums.bits AS by_states,
    round(without_parties + coalesce(by_parties, 0) + coalesce(by_states, 0), 2) AS score
  FROM hopeful
  LEFT JOIN party_sums USING (pair)
  LEFT JOIN state_sums USING (pair)
  WHERE is_judged OR score >= weight('act open line')
),
both_ways AS (
  SELECT one AS act, other_report AS report, pair, score FROM summed
  UNION ALL
  SELECT other, one_report, pair, score FROM summed
),
-- Of the acts of one report at most one is this act: each pair must be the best for both its ends.
best AS (
  SELECT pair
  FROM (
    SELECT pair, rank() OVER (PARTITION BY act, report ORDER BY score DESC) AS place FROM both_ways
  )
  GROUP BY pair
  HAVING max(place) = 1
),
kept AS MATERIALIZED (
  SELECT
    summed.*,
    CASE
      WHEN best.pair IS NULL OR score < weight('act open line') THEN 'different'
      WHEN score >= weight('act same line') THEN 'same'
      ELSE 'open'
    END AS verdict
  FROM summed
  LEFT JOIN best USING (pair)
  WHERE verdict != 'different' OR is_judged
),
named AS (
  SELECT pair, string_agg(name, ', ' ORDER BY name) AS names
  FROM (SELECT pair, unnest(shared) AS one FROM kept)
  JOIN party_bits USING (one)
  WHERE known
  GROUP BY pair
),
stately AS (
  SELECT pair, string_agg(state, ', ' ORDER BY state) AS names FROM apart SEMI JOIN kept USING (pair) GROUP BY pair
)
SELECT
  kept.one,
  kept.other,
  kept.verdict,
  kept.score,
  list_filter(
    [
      {'feature': 'prior', 'score': weight('act prior'), 'why': 'two acts of a kind are seldom one'},
      {'feature': 'kind', 'score': by_kind, 'why': kind},
      {'feature': 'parties', 'score': by_parties, 'why': 'both name ' || named.names},
      {'feature': 'states', 'score': by_states, 'why': 'both act for ' || stately.names},
      {'feature': 'other parties', 'score': by_others, 'why': 'each names somebody the other does not'},
      {'feature': 'sides', 'score': by_sides, 'why': 'who acts in one is acted upon in the other'},
      {
        'feature': 'day',
        'score': by_day,
        'why': CASE
          WHEN dated AND days_apart = 0 THEN 'the same day'
          WHEN days_apart = 0 THEN 'days that may be one'
          ELSE days_apart || ' days apart'
        END
      },
      {'feature': 'place', 'score': by_place, 'why': if(by_place > 0, 'the same place', 'another place')},
      {'feature': 'mode', 'score': by_mode, 'why': if(one_mode = other_mode, one_mode, one_mode || ' and ' || other_mode)},
      {'feature': 'words', 'score': by_words, 'why': 'the same word for the act'},
      {'feature': 'number', 'score': by_number, 'why': if(by_number > 0, 'the same number', 'another number')},
      {
        'feature': 'story',
        'score': by_story,
        'why': if(by_story > 0, 'the two reports tell one story', 'the two reports tell different stories')
      },
      {'feature': 'copy', 'score': by_copy, 'why': 'one report is a copy of the other'},
      {'feature': 'report', 'score': by_report, 'why': 'told twice in one report'}
    ],
    lambda finding: finding.score != 0
  ) AS findings
FROM kept
LEFT JOIN named USING (pair)
LEFT JOIN stately USING (pair)
