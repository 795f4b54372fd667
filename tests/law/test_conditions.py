"""Every condition of the law in words that a reader of Bangla can follow."""

import re

import pytest
from tests.every_scheme import every_scheme

from nsis.engine.tracing import traced
from nsis.law import scheme

LATIN = re.compile(r"[A-Za-z0-9]")


@pytest.mark.parametrize("name", every_scheme())
def test_every_condition_is_told_in_bangla_without_a_latin_letter(name):
    """In every structure of the law; a law without conditions would prove nothing."""
    told = 0
    for law in scheme(name).structures():
        for rule in law.rules.values():
            way = traced(rule, law._explaining._named)
            for wording in way.wordings if way else ():
                told += 1
                assert not LATIN.search(wording.bn), (rule.name, wording.bn)
    assert told
