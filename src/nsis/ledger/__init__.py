"""Accounts and immutable transfers."""
