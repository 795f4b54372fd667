"""Faces people, a folder per audience."""
