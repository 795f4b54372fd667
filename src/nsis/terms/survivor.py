"""
What a survivor was to the deceased, as a whole number.

A code is permanent: it is never given another meaning and never used again.
"""

NOBODY = 0  # a place of the list that is not taken
SPOUSE = 1
CHILD = 2
ORPHAN = 3  # a child of whom the other parent is dead too
PARENT = 4

KINDS = {name: code for name, code in globals().items() if name.isupper()}
