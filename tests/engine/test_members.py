"""Members of a block: exact apportionment, ties, who is absent, too many."""

from fractions import Fraction

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.engine.compute import compute
from nsis.engine.members import members, rank_of, total_of
from nsis.engine.refusal import FactsRefused
from nsis.terms.month import Month

SPOUSE, CHILD = 1, 2
ADULT = 18 * 12
WEIGHTS = {SPOUSE: 50, CHILD: 20}
HEIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1440)), max_size=3)


@pytest.fixture(scope="module")
def law(lives):
    return lives.on(Month.parse("2021-01"))


def shared(law, estate, *heirs, debt=()):
    """What each heir has, given as kind and age."""
    kinds, ages = ([heir[place] for heir in heirs] for place in (0, 1))
    facts = {"estate": estate, "heir_kind": kinds, "heir_age": ages, "debt": list(debt)}
    return law.evaluate(["heir_share"], facts)["heir_share"]


def test_shares_are_in_proportion(law):
    """50 and two times 20 of 90: nine taka are five, two and two."""
    assert shared(law, 900, (SPOUSE, 500), (CHILD, 100), (CHILD, 50)) == (500, 200, 200)


def test_a_poisha_left_over_goes_by_the_largest_fraction_then_to_the_eldest(law):
    """1.00 in three equal parts leaves a poisha for the eldest; 1.01 leaves two, for the two eldest."""
    children = ((CHILD, 200), (CHILD, 100), (CHILD, 50))
    assert shared(law, 100, *children) == (34, 33, 33)
    assert shared(law, 101, *children) == (34, 34, 33)
    # 50/70 and 20/70 of 101 are 72.14 and 28.86: the child has the larger fraction.
    assert shared(law, 101, (SPOUSE, 500), (CHILD, 100)) == (72, 29)


def test_who_has_no_right_has_no_share_and_takes_no_place(law):
    """A grown child before a spouse: nothing, and its rank does not keep the poisha from the spouse."""
    assert shared(law, 101, (CHILD, ADULT), (SPOUSE, 500), (CHILD, ADULT - 1)) == (0, 72, 29)
    assert shared(law, 101, (CHILD, ADULT)) == (0,)
    assert shared(law, 101) == ()


def test_debts_of_another_block_are_summed_first(law):
    """A rule about one block may ask for the sum over another, of whatever width."""
    assert shared(law, 1_000, (SPOUSE, 500), debt=[1, 2, 12, 85]) == (900,)
    assert shared(law, 1_000, (SPOUSE, 500), debt=[999]) == (1,)
    assert shared(law, 1_000, (SPOUSE, 500), debt=[500, 500]) == (0,)


@settings(max_examples=examples(100))
@given(estate=st.integers(0, 10_000_000), heirs=HEIRS)
def test_the_shares_sum_to_the_estate_exactly(law, estate, heirs):
    """The largest remainders by fractions, reckoned apart, and not a poisha more or less."""
    weights = [WEIGHTS[kind] if kind == SPOUSE or (kind and age < ADULT) else 0 for kind, age in heirs]
    shares = shared(law, estate, *heirs)
    assert sum(shares) == (estate if any(weights) else 0)
    if estate and any(weights):
        exact = [Fraction(estate * weight, sum(weights)) for weight in weights]
        floors = [share.__floor__() for share in exact]
        eldest_first = sorted(range(len(heirs)), key=lambda place: (floors[place] - exact[place], place))
        lucky = eldest_first[: estate - sum(floors)]
        assert list(shares) == [floor + (place in lucky) for place, floor in enumerate(floors)]


def test_words_over_a_block_see_all_of_it():
    """The sum is the same for all; the greatest comes first, equals in their own order."""
    block = members((5, 7, 5, 9), 4)
    assert [total_of(value) for value in block] == [26] * 4
    assert [rank_of(value) for value in block] == [3, 2, 4, 1]
    with pytest.raises(TypeError, match="no member's value"):
        total_of(5)


def test_the_compiled_function_gives_as_many_values_as_members_are_named(law):
    """A list in, a list out, absent members left out."""
    compiled = law.compiled(("estate", "heir_kind", "heir_age"), ("heir_share", "heirs_total"))
    assert compiled(101, [SPOUSE, CHILD], [500, 100]) == ((72, 29), 101)
    assert compiled(101, [], []) == ((), 0)
    with pytest.raises(FactsRefused, match="5 entries; it may have 3 at most"):
        compiled(101, [CHILD] * 5, [1])


def test_a_name_of_the_rule_alone_is_no_member(altered):
    """A rule may call something of its own as another rule's member is called."""
    product = "    return wholes(net_estate * heir_weight, heirs_divisor)"
    own = "    heir_age = net_estate * heir_weight\n    return wholes(heir_age, heirs_divisor)"
    law = altered("heirs.py", product, own).on(Month.parse("2021-01"))
    assert shared(law, 101, (SPOUSE, 500), (CHILD, 100)) == (72, 29)
    compiled = law.compiled(("estate", "heir_kind", "heir_age"), ("heir_share",))
    assert compiled(101, [SPOUSE, CHILD], [500, 100]) == ((72, 29),)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"heir_kind": [CHILD] * 5}, "`heir_kind` (Heir) has 5 entries; it may have 3 at most"),
        ({"heir_kind": CHILD}, "`heir_kind` (Heir) is 2; it must be a list of whole numbers"),
        ({"heir_kind": [CHILD, 3]}, "`heir_kind` (Heir) is 3; it must be from 0 to 2"),
        ({"heir_kind": [CHILD, None]}, "`heir_kind` (Heir) is None; it must be a whole number"),
        ({"heir_kind": [CHILD], "estate": [1]}, "`estate` (Estate) is [1]; it must be a whole number"),
        ({"heir_kind": [CHILD], "estate": "one"}, "`estate` (Estate) is one; it must be a whole number"),
    ],
)
def test_what_is_no_block_is_refused(law, facts, said):
    """Too many, no list, out of bounds, a gap; a list or a text where one number should be."""
    with pytest.raises(FactsRefused) as refused:
        law.evaluate(["heir_share"], {"estate": 101, **facts})
    (fault,) = refused.value.faults
    assert said in fault.wording.en


def test_members_left_out_of_a_column_have_no_share(law):
    """No list, an empty one and a short one: the places that nobody takes have nothing."""
    rows = pa.table(
        {
            "estate": [101, 101, 101],
            "heir_kind": [None, [], [SPOUSE, CHILD]],
            "heir_age": [None, [], [500]],  # the second has the default age
        }
    )
    found = compute(law, rows, ["heir_share"]).table["heir_share"].to_pylist()
    assert found == [[0, 0, 0], [0, 0, 0], [72, 29, 0]]


def test_an_explanation_shows_the_members_that_are_named(law):
    """Choices and reasons in words, in both languages; no way is told where it differs by member."""
    facts = {"estate": 101, "heir_kind": [SPOUSE, CHILD], "heir_age": [500, ADULT]}
    findings = {each.measure.name: each for each in law.explain("heir_share", facts).findings}
    assert findings["heir_kind"].measure.text("en") == "spouse · child"
    assert findings["heir_qualified"].measure.text("bn") == "যোগ্য · সন্তান প্রাপ্তবয়স্ক।"
    assert findings["heir_share"].measure.value == (101, 0)
    assert findings["heir_share"].taken == ()


def test_a_total_of_nothing_is_refused_where_a_member_is(law):
    """A child of age is told; an heir who is qualified has nothing of nothing, for no reason."""
    refused = law.explain("heirs_total", {"estate": 101, "heir_kind": [CHILD], "heir_age": [ADULT]})
    assert [finding.measure.name for finding in refused.against] == ["heir_qualified"]
    assert not law.explain("heirs_total", {"estate": 0, "heir_kind": [SPOUSE]}).is_refused
