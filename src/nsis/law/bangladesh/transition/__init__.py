"""How the NSIS reference design takes over from, tops up or offsets what stands: an illustrative choice."""
