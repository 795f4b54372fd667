"""Insured persons: the passbook, and why each amount."""
