"""Atal Pension Yojana: a guaranteed pension of one to five thousand rupees."""
