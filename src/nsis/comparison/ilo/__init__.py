"""The ILO's standards asked of a scheme, clause by clause: what is met, and what would meet the rest."""
