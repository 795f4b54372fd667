"""The scheme's officers: held lines, employers, trial balance."""
