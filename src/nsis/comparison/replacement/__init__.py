"""Full-career replacement rates as the OECD reckons them, beside those that it has published."""
