"""Indonesia."""
