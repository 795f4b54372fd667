"""Employers: send the monthly return, see what is due, pay."""
