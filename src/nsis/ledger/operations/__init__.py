"""Writes of the ledger: one file each."""
