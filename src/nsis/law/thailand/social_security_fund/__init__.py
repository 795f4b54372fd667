"""The Social Security Fund of Thailand: section 33 for employees, section 39 for those who left; secondary sources."""
