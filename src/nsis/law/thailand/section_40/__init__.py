"""Section 40 of Thailand's Social Security Act: three options for who works without an employer."""
