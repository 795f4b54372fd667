"""Employees' State Insurance Corporation: sickness, maternity, employment injury, unemployment."""
