"""Reads of the contributions, a file a subject: plain values out, all amounts in whole poisha."""
