"""BPJS Employment of Indonesia: savings, pension, injury, death and job loss, for wage workers and others."""
