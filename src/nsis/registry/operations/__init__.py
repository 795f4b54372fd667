"""Writes of the registry: one file each."""
