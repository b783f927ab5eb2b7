"""The workbench: local pages over a record, each a query and a struct."""
