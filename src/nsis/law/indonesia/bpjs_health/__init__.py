"""BPJS Health of Indonesia: what is paid for the national health insurance, and by whom."""
