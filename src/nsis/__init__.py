"""The open system for Bangladesh's National Social Insurance Scheme."""
