"""
Why a claim is granted or refused, as a whole number: its wording stands in each branch's YAML.

A code is permanent: it is never given another meaning and never used again.
"""

from nsis.terms.wording import Wording

QUALIFIED = 1
TOO_FEW_MONTHS = 2
UNDER_AGE = 3
OVER_AGE = 4
DEGREE_TOO_LOW = 5
PAID_AS_LUMP_SUM = 6
NOT_FROM_EMPLOYMENT = 7
LOSS_VOLUNTARY = 8
NOT_SEEKING_WORK = 9
IN_WORK = 10
REFUSED_WORK = 11
DRAWS_PENSION = 12
WAITING = 13
EXHAUSTED = 14
WITHIN_EMPLOYERS_DAYS = 15
NOT_A_SURVIVOR = 16
REMARRIED = 17
BAND_TOO_LOW = 18
ALREADY_PAID = 19
QUALIFIES_FOR_PENSION = 20
NOT_COVERED = 21
NO_DAYS = 22

REASONS: dict[str, int] = {name: code for name, code in list(globals().items()) if name.isupper()}
QUALIFIED_WORDING = Wording(en="qualified", bn="যোগ্য")
