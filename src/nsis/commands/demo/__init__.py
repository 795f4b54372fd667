"""One real upazila's synthetic register, through a year of the scheme."""
