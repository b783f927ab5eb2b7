"""Immutable Parquet parts in, queries out."""
