"""The law as small dated rules: inside a country a folder a scheme, a file a branch."""
