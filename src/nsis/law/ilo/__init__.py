"""The ILO's social security standards: each Convention's clauses as parameters, for the checker to ask."""
