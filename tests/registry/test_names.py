"""Names have one form, however they were typed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from nsis.registry.names import clean_name


def test_letters_with_a_dot_below_are_one():
    """য়, ড়, ঢ় typed as one sign or as two give the same name: NFC has no composed form of them."""
    composed = "\u09df\u09dc\u09dd"
    apart = "\u09af\u09bc\u09a1\u09bc\u09a2\u09bc"
    assert composed != apart
    assert clean_name(composed) == clean_name(apart) == apart


def test_spaces_and_invisible_signs_go_but_joiners_stay():
    """What cannot be seen is dropped; the joiner in র‍্যাব is part of the spelling."""
    assert clean_name("\ufeff  করিম \u200b \t উদ্দিন\n") == "করিম উদ্দিন"
    assert clean_name("র\u200d\u09cdযাব") == "র\u200d\u09cdযাব"


@given(st.text())
def test_a_clean_name_is_settled(text):
    """Cleaning is settled at once and always gives NFC."""
    name = clean_name(text)
    assert clean_name(name) == name
    assert unicodedata.is_normalized("NFC", name)
