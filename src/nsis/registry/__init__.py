"""Persons, employers, establishments, employment spells."""
