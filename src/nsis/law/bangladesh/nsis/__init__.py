"""The NSIS reference design: illustrative, not enacted."""
