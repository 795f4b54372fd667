"""Template filters for figures and the frame around every page."""
