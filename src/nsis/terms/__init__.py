"""The glossary as types: money, month, period, rate, provision, finding, wording."""
