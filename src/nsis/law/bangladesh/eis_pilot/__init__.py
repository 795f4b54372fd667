"""The Employment Injury Scheme pilot of the garment sector."""
