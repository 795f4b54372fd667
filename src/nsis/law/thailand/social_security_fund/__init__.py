"""The Social Security Fund of Thailand: employees (section 33) and those who left (section 39)."""
