-- Purpose: who takes part in which fact, and how; a state both by itself and with all who act for it.
-- Grain: one row per fact, entity and reach: `alone` by itself, `whole` with who acts for it, `both` where that is the same.
-- Needs: stretch, entities.
WITH taken AS (
  SELECT place, unnest(doers) AS entity, 'doer' AS part FROM stretch
  UNION ALL
  SELECT place, unnest(if(fact IN ('tenure', 'standing'), others, recipients)), 'recipient' FROM stretch
  UNION ALL
  SELECT place, unnest(about), 'about' FROM stretch WHERE fact = 'statement'
),
states AS (
  SELECT id, country FROM entities WHERE kind IN ('state', 'people') AND country IS NOT NULL
),
reaching AS (
  SELECT taken.*, if(states.id IS NULL, 'both', 'alone') AS reach
  FROM taken
  LEFT JOIN states ON states.id = taken.entity
  UNION ALL
  SELECT taken.place, states.id, taken.part, 'whole'
  FROM taken
  JOIN entities ON entities.id = taken.entity
  JOIN states ON states.country = entities.country
  WHERE states.id = entities.id OR entities.kind IN ('person', 'office', 'body')
),
sided AS (
  SELECT
    place, entity, reach, bool_or(part = 'doer') AS does, bool_or(part = 'recipient') AS has_done, bool_or(part = 'about') AS meant
  FROM reaching
  GROUP BY ALL
)
SELECT
  CAST(sided.place AS INTEGER) AS place, sided.entity, sided.reach, sided.does, sided.has_done, sided.meant,
  -- Acted upon, spoken to or of; of those who do something together each is the other's other.
  sided.has_done OR sided.meant OR (ledger.fact = 'event' AND len(ledger.recipients) = 0) AS is_other,
  -- The section of a dossier it stands in.
  CASE
    WHEN ledger.fact = 'event' AND ledger.kind = 'CONSULT' AND ledger.modality = 'actual' THEN if(ledger.lane = 'meetings', 'met', NULL)
    WHEN ledger.fact = 'event' AND sided.does THEN
      CASE ledger.kind
        WHEN 'REQUEST' THEN 'asked' WHEN 'AGREE' THEN 'agreed and promised' WHEN 'ACCUSE' THEN 'accused' WHEN 'THREATEN' THEN 'threatened'
        WHEN 'ASSAULT' THEN 'attacked' WHEN 'SUPPORT' THEN 'backed' WHEN 'REJECT' THEN 'refused' ELSE 'did otherwise'
      END
    WHEN ledger.fact = 'event' THEN 'had done to it'
    WHEN ledger.fact = 'statement' THEN if(sided.does, 'said', if(sided.has_done, 'was told', 'was spoken of'))
    WHEN ledger.fact = 'tenure' THEN 'offices'
    WHEN ledger.fact = 'standing' THEN 'standings'
  END AS section,
  -- Who is spoken to may be spoken of too.
  if(ledger.fact = 'statement' AND NOT sided.does AND sided.has_done AND sided.meant, 'was spoken of', NULL) AS second
FROM sided
JOIN stretch AS ledger ON ledger.place = sided.place
