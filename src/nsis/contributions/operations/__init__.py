"""Writes of the contributions: one file each."""
