-- Purpose: who is said to stand where in a body, every source by itself.
-- Grain: one row per standing, `most` of each party, the latest told; `count` is of all of the party.
-- Needs: stood.
SELECT id, party, party_id, standing, modality, day, words, outlet, published, title, report, count(*) OVER (PARTITION BY party_id) AS count
FROM stood
WHERE body_id = $id
QUALIFY
  row_number() OVER (PARTITION BY party_id ORDER BY coalesce(day_from, TRY_CAST(published AS DATE)) DESC NULLS LAST, report, start, id) <= $most
ORDER BY party NULLS LAST, party_id, coalesce(day_from, TRY_CAST(published AS DATE)) NULLS LAST, report, start, id
