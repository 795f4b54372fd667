"""The Labour Act of 2006, as amended to Act 43 of 2026: what the employer alone owes."""
