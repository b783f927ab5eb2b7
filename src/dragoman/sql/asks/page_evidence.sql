-- Purpose: the sentences that facts rest on, for a file to be sent to somebody.
-- Grain: one row per fact asked for, the newest first.
-- Needs: ledger, parts.reports.
SELECT
  ledger.id, ledger.fact, ledger.day, ledger.who, ledger.what, ledger.words, ledger.passage, ledger.outlet, ledger.published, ledger.title,
  reports.uri, ledger.rule, ledger.score, ledger.family != ledger.report AS copied
FROM ledger
JOIN parts.reports AS reports ON reports.id = ledger.report
WHERE list_contains($ids, ledger.id)
ORDER BY ledger.place
