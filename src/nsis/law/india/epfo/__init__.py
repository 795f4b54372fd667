"""Employees' Provident Fund Organisation: provident fund, pension and deposit-linked insurance."""
