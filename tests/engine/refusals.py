"""What a refusal of a law must say, in both languages."""

import re

import pytest

from nsis.engine.refusal import LawRefused


def assert_refused(altered, file, old, new, code, said):
    """The altered law is refused under the code, with file, line and name in English and in Bangla."""
    with pytest.raises(LawRefused) as refused:
        altered(file, old, new)
    fault = next(fault for fault in refused.value.faults if fault.code == code)
    assert said in fault.wording.en
    place, _, words = fault.wording.bn.partition(": ")
    assert place == fault.wording.en.partition(": ")[0]
    assert place.endswith(f":{fault.line}")
    assert any("\u0980" <= letter <= "\u09ff" for letter in words)
    for value in re.findall("`([^`]+)`", said):
        assert f"`{value}`" in fault.wording.bn
