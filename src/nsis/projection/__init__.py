"""Population, law and assumptions through time: the fund's future."""
