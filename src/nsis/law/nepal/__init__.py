"""Nepal."""
