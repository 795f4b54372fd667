"""The Central Fund for workers of export-oriented garment factories."""
