"""Life courses by month, person by person, under the law's own compiled rules."""
