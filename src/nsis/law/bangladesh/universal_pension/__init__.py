"""The Universal Pension Scheme of 2023: an account in each of four products, and a pension from it."""
