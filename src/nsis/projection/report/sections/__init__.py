"""The parts of a report, a file a part: each says what was found, as texts, charts and tables."""
