"""What differs between two laws: every name, before and after, and what follows."""

from nsis.comparison.difference import difference
from nsis.engine.loading import load_scheme
from nsis.terms.month import Month

SAME_RULE = '''\
branches:
  again:
    rules: |
      @rule(provision="Toy Bill, clause 7", unit="poisha", since="2022-01", quantity="grant")
      def grant_in_other_words(wage, rate, rounding):
          """The share of the whole wage."""
          # The vocabulary's share is exact.
          return share(wage,
              rate, rounding)

      from nsis.engine.vocabulary import share
'''


def said(changes):
    return [(change.kind, change.name, change.how) for change in changes]


def test_nothing_differs_in_one_law(law_of):
    """Neither in the same month nor in another with the same law."""
    for month in ("2021-04", "2021-12"):
        found = difference(law_of("2021-04"), law_of(month))
        assert (found.changes, found.consequences, found.effects) == ((), (), ())


def test_a_value_of_another_date(law_of):
    """Before and after, with what each rests on, and the quantities that follow."""
    found = difference(law_of("2021-03"), law_of("2021-04"))
    assert said(found.changes) == [("parameter", "rate", "changed")]
    [change] = found.changes
    assert (change.before.text.bn, change.after.text.en) == ("১০.০০ %", "12.3456 %")
    assert [str(side.provision) for side in (change.before, change.after)] == [
        "Toy Act, section 2",
        "Toy Act, section 3",
    ]
    assert change.after.in_force_from.isoformat() == "2021-03-15"
    assert {each.name: each.because for each in found.consequences} == {
        "grant": ("rate",),
        "child_supplement": ("rate",),
        "everything": ("rate",),
    }


def test_a_rule_of_another_date_line_by_line(law_of):
    """The lines that go and come; quantities that follow name the nearest change, not what lies behind it."""
    found = difference(law_of("2021-12"), law_of("2022-01", law_of.rate))
    assert said(found.changes) == [("parameter", "rate", "changed"), ("rule", "grant", "changed")]
    lines = found.changes[1].lines()
    assert "-def grant(wage, days, days_in_month, rate, rounding, least_grant):" in lines
    assert "+    return share(wage, rate, rounding)" in lines
    assert all(line[0] in "-+ " for line in lines)
    assert found.changes[0].lines() == []
    assert {each.name: each.because for each in found.consequences} == {
        "child_supplement": ("grant",),
        "everything": ("grant",),
    }


def test_what_a_reform_adds_is_gone_the_other_way_round(law_of):
    """A fact, a value and a rule that only one law has."""
    sides = law_of("2021-06"), law_of("2021-06", law_of.rules)
    there, back = difference(*sides), difference(*reversed(sides))
    names = [("fact", "winters"), ("parameter", "winter_grant_a_winter"), ("rule", "winter_grant")]
    assert [(c.kind, c.name) for c in there.changes if c.how == "added"] == names
    assert [(c.kind, c.name) for c in back.changes if c.how == "removed"] == names
    assert all(change.before is None for change in there.changes if change.how == "added")
    fact = there.changes[0]
    assert fact.after.text.en == "from 0 to 90"
    assert there.as_dict("bn")["changes"][0]["after"]["text"] == "০ থেকে ৯০"


def test_the_same_reckoning_in_other_words_is_no_change(law_of):
    """Name of the function, docstring, comment and lines are not the law."""
    found = difference(law_of("2022-01"), law_of("2022-01", SAME_RULE))
    assert found.changes == ()
    assert found.after.scheme == "toyland/grants+toy"


def test_two_schemes_are_compared_by_name(law_of):
    """What both call alike is compared, the rest belongs to one."""
    other = load_scheme("toylaw", "toyland/insurance").on(Month.parse("2030-01"))
    found = difference(law_of("2022-01"), other)
    names = {change.name: change.how for change in found.changes}
    assert names["everything"] == "removed"
    assert all(names[name] == "added" for name in other.rules if name not in found.before.rules)
    assert found.as_dict("en")["before"]["version"].startswith("toyland/grants@2022-01#")
