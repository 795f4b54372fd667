"""Schemes of several countries beside each other: who pays what, what it buys, and for whom."""
