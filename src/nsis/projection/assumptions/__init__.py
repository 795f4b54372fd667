"""The actuary's assumptions: named sets in YAML, each figure with its source, grade and vintage."""
