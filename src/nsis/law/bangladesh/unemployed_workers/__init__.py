"""The programme for unemployed workers of export industries."""
