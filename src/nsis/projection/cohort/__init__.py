"""The scheme without draws: distributions of each birth cohort carried forward month by month."""
