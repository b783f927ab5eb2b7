-- Purpose: the sentences that facts rest on, for a file to be sent to somebody.
-- Grain: one row per fact asked for, the newest first.
-- Needs: ledger, finds, parts.reports.
SELECT
  ledger.id, ledger.fact, ledger.day, ledger.who, ledger.what, ledger.words, ledger.passage, ledger.outlet, ledger.published, ledger.title,
  reports.uri, ledger.rule, ledger.score, ledger.family != ledger.report AS copied
FROM ledger
JOIN (SELECT place FROM finds WHERE id IN (SELECT unnest($ids))) AS meant ON meant.place = ledger.place
JOIN parts.reports AS reports ON reports.id = ledger.report
ORDER BY ledger.place
