"""The report: what a projection found, in Bangla and English, each figure with what it rests on."""
