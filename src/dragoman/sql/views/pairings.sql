-- Purpose: pairs of acts that may be one, each with the findings for and against it in bits, and their sum.
-- Grain: one row per pair of events of one kind that share a party or its state within days, or stand in copies.
-- Needs: acts, compared, entities, weights.
WITH laid AS MATERIALIZED (
  SELECT * FROM acts
),
many AS (
  SELECT count(*) AS acts FROM laid
),
party_bits AS MATERIALIZED (
  SELECT one, least(weight('act most bits'), log2((SELECT acts FROM many) / count(*))) AS bits
  FROM (
    SELECT unnest(who) AS one FROM laid
    UNION ALL
    SELECT unnest(states) FROM laid
  )
  GROUP BY one
),
kind_bits AS MATERIALIZED (
  SELECT kind, least(weight('act most kind bits'), log2((SELECT acts FROM many) / count(*))) AS bits
  FROM laid
  GROUP BY kind
),
named AS (
  SELECT id, name, country FROM entities
),
party_sums AS MATERIALIZED (
  SELECT
    listed.one,
    listed.other,
    sum(party_bits.bits) AS bits,
    string_agg(named.name, ', ' ORDER BY named.name) AS names,
    list(named.country) FILTER (WHERE named.country IS NOT NULL) AS states
  FROM (SELECT one, other, unnest(shared) AS party FROM compared) AS listed
  JOIN party_bits ON party_bits.one = listed.party
  JOIN named ON named.id = listed.party
  GROUP BY listed.one, listed.other
),
-- A state counts where no party of it is shared: "Riyadh" and "the Saudi minister".
state_sums AS MATERIALIZED (
  SELECT
    listed.one,
    listed.other,
    weight('act state bits') * sum(party_bits.bits) AS bits,
    string_agg(listed.state, ', ' ORDER BY listed.state) AS names
  FROM (SELECT one, other, unnest(shared_states) AS state FROM compared) AS listed
  JOIN party_bits ON party_bits.one = listed.state
  LEFT JOIN party_sums ON party_sums.one = listed.one AND party_sums.other = listed.other
  WHERE NOT coalesce(list_contains(party_sums.states, listed.state), FALSE)
  GROUP BY listed.one, listed.other
),
found AS (
  SELECT
    compared.one,
    compared.other,
    compared.one_report,
    compared.other_report,
    list_filter(
      [
        {'feature': 'prior', 'score': weight('act prior'), 'why': 'two acts of a kind are seldom one'},
        {'feature': 'kind', 'score': kind_bits.bits, 'why': compared.kind},
        {'feature': 'parties', 'score': party_sums.bits, 'why': 'both name ' || party_sums.names},
        {'feature': 'states', 'score': state_sums.bits, 'why': 'both act for ' || state_sums.names},
        {
          'feature': 'other parties',
          'score': weight('act other parties') * greatest(0, others),
          'why': 'each names somebody the other does not'
        },
        {
          'feature': 'sides',
          'score': if(turned, weight('act turned round'), 0),
          'why': 'who acts in one is acted upon in the other'
        },
        {
          'feature': 'day',
          'score': CASE
            WHEN NOT timed THEN 0
            WHEN dated AND days_apart = 0 THEN weight('act same day')
            WHEN days_apart = 0 THEN weight('act days may agree')
            WHEN days_apart = 1 THEN weight('act next day')
            ELSE weight('act days apart')
          END,
          'why': CASE
            WHEN dated AND days_apart = 0 THEN 'the same day'
            WHEN days_apart = 0 THEN 'days that may be one'
            ELSE days_apart || ' days apart'
          END
        },
        {
          'feature': 'place',
          'score': CASE
            WHEN one_place = other_place THEN weight('act same place')
            WHEN one_place != other_place AND NOT coalesce(within, FALSE) THEN weight('act other place')
          END,
          'why': if(one_place = other_place, 'the same place', 'another place')
        },
        {
          'feature': 'mode',
          'score': CASE one_mode = other_mode WHEN TRUE THEN weight('act same mode') WHEN FALSE THEN weight('act other mode') END,
          'why': if(one_mode = other_mode, one_mode, one_mode || ' and ' || other_mode)
        },
        {'feature': 'words', 'score': if(same_words, weight('act same words'), 0), 'why': 'the same word for the act'},
        {
          'feature': 'number',
          'score': CASE same_number WHEN TRUE THEN weight('act same number') WHEN FALSE THEN weight('act other number') END,
          'why': if(same_number, 'the same number', 'another number')
        },
        {
          'feature': 'story',
          'score': CASE
            WHEN compared.one_report = compared.other_report OR copied THEN 0
            WHEN compared.story >= weight('act story line') THEN weight('act same story')
            WHEN compared.story <= weight('story least') THEN weight('act other story')
          END,
          'why': if(compared.story <= weight('story least'), 'the two reports tell different stories', 'the two reports tell one story')
        },
        {'feature': 'copy', 'score': if(copied, weight('act copied'), 0), 'why': 'one report is a copy of the other'},
        {
          'feature': 'report',
          'score': if(one_report = other_report, weight('act same report'), 0),
          'why': 'told twice in one report'
        }
      ],
      lambda finding: finding.score != 0
    ) AS findings
  FROM compared
  JOIN kind_bits ON kind_bits.kind = compared.kind
  LEFT JOIN party_sums ON party_sums.one = compared.one AND party_sums.other = compared.other
  LEFT JOIN state_sums ON state_sums.one = compared.one AND state_sums.other = compared.other
),
summed AS (
  SELECT *, round(list_sum(list_transform(findings, lambda finding: finding.score)), 2) AS score FROM found
),
both_ways AS (
  SELECT one AS act, other_report AS report, one, other, score FROM summed
  UNION ALL
  SELECT other, one_report, one, other, score FROM summed
),
-- Of the acts of one report at most one is this act: each pair must be the best for both its ends.
best AS (
  SELECT one, other
  FROM (
    SELECT one, other, rank() OVER (PARTITION BY act, report ORDER BY score DESC) AS place FROM both_ways
  )
  GROUP BY one, other
  HAVING max(place) = 1
)
SELECT
  summed.one,
  summed.other,
  CASE
    WHEN best.one IS NULL OR score < weight('act open line') THEN 'different'
    WHEN score >= weight('act same line') THEN 'same'
    ELSE 'open'
  END AS verdict,
  score,
  findings,
  one_report,
  other_report
FROM summed
LEFT JOIN best ON best.one = summed.one AND best.other = summed.other
