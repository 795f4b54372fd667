"""The months of change of the NSIS, shared out to files of tests: each file goes to one process."""

from tests.engine.equality import FACTS, assert_one_result
from tests.every_scheme import NSIS

from nsis.law import scheme

FILES = 3


def assert_one_result_in(file):
    """Interpreted = compiled for every rule in this file's part of the months, with its part of the facts."""
    months = scheme(NSIS).months_of_change()
    for month in months[file::FILES]:
        assert_one_result(scheme(NSIS).on(month), seed=month.index, facts=max(200, FACTS // len(months)))
