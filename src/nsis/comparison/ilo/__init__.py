"""The ILO's standards asked of a scheme, clause by clause: met, not met or not decidable, and what would meet it."""
