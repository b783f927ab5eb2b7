-- Purpose: the facts of a report in the order of its text.
-- Grain: one row per fact.
-- Needs: ledger, leaves.
SELECT
  ledger.id, ledger.fact, ledger.kind, ledger.day, ledger.who, ledger.what, ledger.words, ledger.outlet, ledger.published, ledger.title,
  ledger.report, ledger.start, ledger."end"
FROM ledger
JOIN (SELECT place FROM leaves WHERE report = $id) AS ours ON ours.place = ledger.place
ORDER BY ledger.start, ledger.fact, ledger.id
