"""Social insurance of Viet Nam: Law 58/2014, then Law 41/2024, with unemployment, injury and health."""
