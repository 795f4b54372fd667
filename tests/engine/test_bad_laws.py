"""A law that is not whole does not load: each fault with its file, line, name and mend, in both languages."""

import pytest
from tests.engine.refusals import assert_refused

from nsis.engine.loading import load_scheme
from nsis.engine.refusal import LawRefused

BILL = '''wage, rate, rounding):
    """The whole share, whatever the days."""
    return share(wage, '''

BAD = [
    # what is missing
    (
        "grant.yaml",
        "label: {en: Rate, bn: হার}",
        "label: {en: Rate}",
        "LAW-010",
        "grant.yaml:27: `rate` lacks `bn`",
    ),
    ("grant.yaml", "    label: {en: Rate, bn: হার}\n", "", "LAW-010", "`rate` lacks `label`"),
    (
        "grant.yaml",
        ', provision: "Toy Act, section 3"',
        "",
        "LAW-010",
        "grant.yaml:30: `rate` lacks `provision`",
    ),
    ("scheme.yaml", "    source: the toy desk\n", "", "LAW-010", "scheme.yaml:11: `Toy Bill` lacks `source`"),
    ("scheme.yaml", "    status: draft\n", "", "LAW-010", "`Toy Bill` lacks `status`"),
    (
        "grant.yaml",
        "  everything:\n    label: {en: Everything, bn: সব মিলিয়ে}\n",
        "",
        "LAW-010",
        "`everything` lacks `label`",
    ),
    # what cannot be read
    (
        "grant.yaml",
        "value: 10 %",
        "value: 0.1",
        "LAW-011",
        "grant.yaml:31: `0.1` cannot be read as `rate`. Write it like `0.75 %`",
    ),
    (
        "grant.yaml",
        "value: 5 taka",
        "value: 5.001 taka",
        "LAW-011",
        "`5.001 taka` cannot be read as `least_grant`",
    ),
    ("grant.yaml", "2: 7.5 %, ", "", "LAW-011", "`1, 3` cannot be read as `child_rates`"),
    (
        "scheme.yaml",
        "status: draft",
        "status: hoped for",
        "LAW-011",
        "`hoped for` cannot be read as `Toy Bill.status`",
    ),
    ("grant.py", 'since="2022-01"', 'since="2022"', "LAW-011", "`2022` cannot be read as `grant`"),
    ("grant.yaml", "    unit: rounding", "    unit: cubits", "LAW-012", "`cubits`"),
    (
        "grant.py",
        "Toy Bill, clause 7",
        "Toy Bill, section 7",
        "LAW-013",
        "grant.py:22: the provision `Toy Bill, section 7`",
    ),
    (
        "grant.yaml",
        "    unit: rounding",
        "    unit: rounding\n    units: x",
        "LAW-024",
        "`units` of `rounding`",
    ),
    ("grant.yaml", "facts:\n", "fact:\n", "LAW-024", "`fact` of"),
    ("grant.yaml", "quantities:\n", "quantities: none\nmore:\n", "LAW-009", "this is not YAML with"),
    ("grant.yaml", "facts:\n", "facts: }\n", "LAW-009", "grant.yaml:1: this is not YAML"),
    # what stands twice
    ("grant.yaml", "  rounding:\n", "  wage:\n", "LAW-014", "`wage` is already declared at"),
    ("grant.yaml", "2021-03-15", "2019-01-01", "LAW-015", "`rate` has two values in force from 2019-01-01"),
    ("grant.py", 'until="2022-01"', 'until="2022-02"', "LAW-016", "grant.py:22: `grant` already has a rule"),
    ("grant.py", "def everything(", "def child_supplement(", "LAW-025", "`child_supplement` stands twice"),
    ("grant.yaml", "  least_grant:\n", "  rate:\n", "LAW-025", "`rate` stands twice"),
    (
        "grant.yaml",
        "quantities:\n",
        "quantities:\n  ghost:\n    label: {en: A, bn: আ}\n",
        "LAW-026",
        "`ghost` has a label but no rule",
    ),
    # what does not fit together
    (
        "grant.py",
        BILL,
        BILL.replace("wage", "wages"),
        "LAW-017",
        "grant.py:22: the rule `grant` asks for `wages`",
    ),
    (
        "grant.yaml",
        "2019-01-01, value: 5 taka",
        "2020-02-01, value: 5 taka",
        "LAW-018",
        "`least_grant`, which has no value",
    ),
    (
        "grant.py",
        'since="2022-01"',
        'since="2022-02"',
        "LAW-018",
        "`grant`, which has no value or rule in 2022-01",
    ),
    ("grant.py", BILL, BILL.replace("wage", "everything"), "LAW-019", "grant → everything → grant"),
    ("grant.yaml", "greatest: 3\n", "greatest: 4\n", "LAW-027", "looks up `child_rates` by `children`"),
    ("grant.yaml", "greatest: days_in_month", "greatest: child", "LAW-029", "`days` leans on `child`"),
    ("grant.yaml", "default: days_in_month", "default: days", "LAW-029", "`days` leans on `days`"),
    # what leaves its bounds, or the machine's numbers
    (
        "grant.yaml",
        "    least: 0 taka\n    greatest: 1,000 taka\n",
        "",
        "LAW-010",
        "`least_grant` lacks `least`",
    ),
    (
        "grant.yaml",
        "value: 5 taka",
        "value: 5000 taka",
        "LAW-030",
        "`least_grant` is ৳5,000.00, outside its own bounds, ৳0.00 to ৳1,000.00",
    ),
    ("grant.yaml", "value: 10 %", "value: -10 %", "LAW-030", "`rate` is -10.00 %"),
    (
        "grant.py",
        "return 0",
        "return days * days_in_month * rate * rate * rate",
        "LAW-031",
        "grant.py:12: in the rule `grant`, `days * days_in_month * rate * rate * rate` may reach 961000000",
    ),
    (
        "grant.py",
        "days, days_in_month, rounding)\n",
        "days_in_month, days, rounding)\n",
        "LAW-032",
        "may divide by zero",
    ),
    (
        "grant.py",
        "lookup(child_rates, children)",
        "child_rates",
        "LAW-033",
        "`child_rates` takes a table for",
    ),
    ("grant.py", "lookup(child_rates,", "lookup(grant,", "LAW-033", "`lookup(grant, children)` takes"),
    (
        "grant.yaml",
        "default: 1\n",
        "default: 7\n",
        "LAW-030",
        "`children` is 7, outside its own bounds, 1 to 3",
    ),
    ("grant.yaml", "    greatest: 31\n", "    greatest: 30\n", "LAW-030", "`days_in_month` is 31, outside"),
    ("grant.yaml", "least: 28\n", "least: 32\n", "LAW-034", "`days_in_month` leave nothing: from 32 to 31"),
    # what a rule may not hold
    ("grant.py", "return 0", "return 2", "LAW-020", "grant.py:12: the rule `grant` holds the bare number 2"),
    ("grant.py", "return 0", "return 0.5", "LAW-021", "may not hold `0.5`"),
    ("grant.py", "return 0", "return wage / wage", "LAW-021", "may not hold `wage / wage`"),
    ("grant.py", "return 0", "return wage // days", "LAW-021", "may not hold `wage // days`"),
    ("grant.py", "return 0", "return round(wage)", "LAW-021", "may not hold `round(wage)`"),
    ("grant.py", "return 0", "return share(wage, rate)", "LAW-021", "may not hold `share(wage, rate)`"),
    ("grant.py", "return 0", "return elsewhere", "LAW-021", "may not hold `elsewhere`"),
    ("grant.py", "return 0", "return 'nothing'", "LAW-021", "may not hold `'nothing'`"),
    (
        "grant.py",
        "        return 0",
        "        for day in days: pass",
        "LAW-021",
        "may not hold `for day in days:`",
    ),
    ("grant.py", "        return 0", "        wage = 1", "LAW-021", "may not hold `wage = 1`"),
    (
        "grant.py",
        "        return 0",
        "        nothing = 0\n    wage_less = nothing",
        "LAW-021",
        "may not hold `nothing`",
    ),
    (
        "grant.py",
        "        return 0",
        "        return 0\n        later = 1",
        "LAW-021",
        "may not hold `later = 1`",
    ),
    ("grant.py", "rounding, least_grant):", "rounding, least_grant=1):", "LAW-021", "least_grant=1"),
    (
        "grant.py",
        "    return share(wage, rate, rounding)",
        "    whole = share(wage, rate, rounding)",
        "LAW-022",
        "does not always return",
    ),
    ("grant.py", '    """The whole share, whatever the days."""\n', "", "LAW-028", "has no docstring"),
    (
        "grant.py",
        "import POISHA_PER_TAKA\n",
        "import POISHA_PER_TAKA\n\nTHREE = 3\n",
        "LAW-023",
        "grant.py:7: a law file may not hold `THREE = 3`",
    ),
    (
        "grant.py",
        '@rule(provision="Toy Act, section 5", unit="poisha")\n',
        "",
        "LAW-023",
        "hold `def everything(",
    ),
    (
        "grant.py",
        "from nsis.terms",
        "from nsis.engine.store import Node\nfrom nsis.terms",
        "LAW-023",
        "import Node",
    ),
    ("grant.py", '"""A grant with', 'import os\n"""A grant with', "LAW-023", "import os"),
    (
        "grant.py",
        "from nsis.terms",
        "from nsis.engine.rule_text import module_of\nfrom nsis.terms",
        "LAW-023",
        "grant.py:5: a law file may not hold `from nsis.engine.rule_text import module_of`",
    ),
    ("grant.py", "from nsis.terms", "from .other import rate\nfrom nsis.terms", "LAW-023", "from .other"),
    ("grant.py", "import POISHA_PER_TAKA", "import *", "LAW-023", "from nsis.terms.money import *"),
    (
        "grant.py",
        "        return 0",
        "        return 0 0",
        "LAW-043",
        "grant.py:12: this cannot be read as Python",
    ),
    # what a mark lacks, or may not hold
    (
        "grant.py",
        'provision="Toy Act, section 4", ',
        "",
        "LAW-010",
        "grant.py:28: `child_supplement` lacks `provision`",
    ),
    ("grant.py", ', unit="poisha", until=', ", until=", "LAW-010", "grant.py:9: `grant` lacks `unit`"),
    (
        "grant.py",
        "until=",
        "ends=",
        "LAW-024",
        "`ends` of `grant` is not known here. Correct it; known are: provision",
    ),
    ("grant.py", '"Toy Act, section 4"', "POISHA_PER_TAKA", "LAW-023", "`provision=POISHA_PER_TAKA`"),
]


@pytest.mark.parametrize("bad", BAD, ids=[f"{bad[3]}-{n}" for n, bad in enumerate(BAD)])
def test_a_bad_law_is_refused(altered, bad):
    """One change to a good law makes it bad, and the message says what, where and how to mend it."""
    assert_refused(altered, *bad)


def test_all_faults_are_told_at_once(altered):
    """Two faults in one file come in one refusal."""
    with pytest.raises(LawRefused) as refused:
        altered("grant.py", "return 0\n    earned =", "return 2\n    earned = 3 +")
    assert [fault.code for fault in refused.value.faults] == ["LAW-020", "LAW-020"]


def test_an_unknown_scheme_is_refused_with_the_known_ones(toy):
    """The message lists what there is."""
    with pytest.raises(LawRefused, match="toyland/grants"):
        load_scheme("toylaw", "toyland/grant")


def test_a_rule_that_is_refused_is_told_once(altered):
    """What rests on it, and its label, are no faults of their own."""
    with pytest.raises(LawRefused) as refused:
        altered("pension.py", "    return sum_of_all(insured_by_month)", "    return 7")
    assert [fault.code for fault in refused.value.faults] == ["LAW-020"]


def test_nothing_of_a_file_runs_before_it_is_checked(altered, capsys):
    """A law file that does more than mark rules is refused, and not imported."""
    with pytest.raises(LawRefused, match="may not hold"):
        altered("grant.py", "import POISHA_PER_TAKA\n", "import POISHA_PER_TAKA\n\nprint('it ran')\n")
    assert not capsys.readouterr().out
