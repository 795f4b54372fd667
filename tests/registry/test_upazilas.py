"""The table of upazilas and the coded lists."""

import unicodedata

import pytest

from nsis.registry import queries
from nsis.registry.models import Upazila
from nsis.registry.sectors import ASSOCIATIONS, SECTORS

BANGLA = range(0x0980, 0x0A00)


@pytest.mark.django_db
def test_all_upazilas_are_there():
    """544 upazilas in 64 districts and 8 divisions; 61 city thanas keep their Latin name."""
    rows = list(Upazila.objects.all())
    assert len(rows) == 544
    assert len({row.bbs_code[:4] for row in rows}) == len({row.district_bn for row in rows}) == 64
    assert len({row.bbs_code[:2] for row in rows}) == len({row.division_bn for row in rows}) == 8
    latin = [row for row in rows if ord(row.name_bn[0]) not in BANGLA]
    assert len(latin) == 61
    assert all(row.name_bn == row.name_en for row in latin)
    assert {row.district_en for row in latin} == {"Dhaka", "Chittagong", "Khulna", "Rajshahi"}
    assert all(unicodedata.is_normalized("NFC", row.name_bn) for row in rows)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "name_bn", "district_bn"),
    [("100409", "আমতলী", "বরগুনা"), ("302614", "ধামরাই", "ঢাকা")],
)
def test_an_upazila_is_found_by_its_code(code, name_bn, district_bn):
    """A BBS code gives the upazila with its district, in both languages."""
    found = queries.upazila(code)
    assert found.name_bn == unicodedata.normalize("NFC", name_bn)
    assert found.district_bn == unicodedata.normalize("NFC", district_bn)
    assert queries.upazila("999999") is None


def test_every_code_has_words_in_both_languages():
    """No sector or association is shown as a code."""
    for wording in (*SECTORS.values(), *ASSOCIATIONS.values()):
        assert ord(wording.bn[0]) in BANGLA
        assert wording.en.isascii()
