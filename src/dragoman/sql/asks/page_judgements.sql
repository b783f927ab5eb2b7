-- Purpose: every judgement on a pair of events, the newest first; nothing is ever taken out of it.
-- Grain: one row per judgement.
-- Needs: parts.judgements.
SELECT id, "left", "right", verdict, "by", "at", why
FROM judgements
WHERE "right" IS NOT NULL
ORDER BY "at" DESC, id
