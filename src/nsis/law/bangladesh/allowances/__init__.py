"""Allowances paid from taxes: old age, widows, disability, mother and child, family card, public works."""
