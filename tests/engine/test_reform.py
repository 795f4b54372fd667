"""Reforms: values overridden, rules replaced, branches added; and nothing of a text runs unchecked."""

import builtins

import pytest

from nsis.engine.reform import apply, parse_reform, read_reform, write_reform
from nsis.engine.refusal import LawRefused
from nsis.terms.month import Month
from nsis.terms.provision import Status

HEAD = """\
label: {en: A toy reform, bn: টয় সংস্কার}
scheme: toyland/grants
instruments:
  Toy Paper:
    name_bn: টয় প্রস্তাব
    division: {en: page, bn: পৃষ্ঠা}
    published_on: 2021-01-01
    source: the toy shelf
    status: draft
    last_checked: 2026-01-01
"""
RATE = """\
parameters:
  rate:
    values: [{in_force_from: 2020-07-01, value: 20 %, provision: "Toy Paper, page 1"}]
"""
RULES = '''\
branches:
  winter:
    facts:
      winters:
        label: {en: Winters, bn: শীত}
        unit: number
        least: 0
        greatest: 90
    parameters:
      winter_grant_a_winter:
        label: {en: Grant a winter, bn: প্রতি শীতের অনুদান}
        unit: poisha
        least: 0 taka
        greatest: 50 taka
        values: [{in_force_from: 2021-06-01, value: 3 taka, provision: "Toy Paper, page 2"}]
    quantities:
      winter_grant:
        label: {en: Winter grant, bn: শীতের অনুদান}
    rules: |
      """A grant for winters."""

      from nsis.engine.rule import rule
      from nsis.engine.vocabulary import share, total
      from nsis.terms.money import POISHA_PER_TAKA


      @rule(provision="Toy Paper, page 2", unit="poisha", since="2021-06")
      def winter_grant(winters, winter_grant_a_winter):
          """So much a winter."""
          return winters * winter_grant_a_winter


      @rule(provision="Toy Paper, page 3", unit="poisha", since="2021-06", quantity="grant")
      def grant_of_the_paper(wage, rate, rounding, winter_grant):
          """The share and the winter grant, and a taka."""
          return total(share(wage, rate, rounding), winter_grant, POISHA_PER_TAKA)
'''
FACTS = {"wage": 100_000, "winters": 2}


def reformed(*texts):
    return apply("toylaw", "toyland/grants", *(parse_reform(HEAD + text, "toy") for text in texts))


def on(scheme, month):
    return scheme.on(Month.parse(month))


def refused(text, head=HEAD):
    with pytest.raises(LawRefused) as refusal:
        apply("toylaw", "toyland/grants", parse_reform(head + text, "toy"))
    return refusal.value.faults


def test_a_value_holds_from_its_day_and_no_other_does(toy):
    """10 % before July 2020, 20 % from then on: the law's own 12.3456 % of March 2021 has gone."""
    scheme = reformed(RATE)
    assert on(scheme, "2020-06").evaluate(["grant"], {"wage": 100_000}) == {"grant": 10_000}
    for month in ("2020-07", "2021-04"):
        assert on(scheme, month).evaluate(["grant"], {"wage": 100_000}) == {"grant": 20_000}
    assert on(toy, "2021-04").evaluate(["grant"], {"wage": 100_000}) == {"grant": 12_346}


def test_a_rule_is_replaced_and_a_branch_added(toy):
    """Before June 2021 the Act's rule; from then the paper's, and the Bill's rule of 2022 never comes."""
    scheme = reformed(RULES)
    assert on(scheme, "2021-05").evaluate(["grant"], {"wage": 100_000}) == {"grant": 12_346}
    for month in ("2021-06", "2022-01", "2030-01"):
        assert on(scheme, month).evaluate(["grant", "winter_grant"], FACTS) == {
            "grant": 12_346 + 600 + 100,
            "winter_grant": 600,
        }
    assert on(scheme, "2030-01").quantity("grant").label.bn == "অনুদান"
    assert [rule.place.file for rule in scheme.rules if rule.name == "grant"] == [
        "toyland/grants/grant.py",
        "toy.yaml",
    ]
    assert len([rule for rule in toy.rules if rule.name == "grant"]) == 2


def test_a_reformed_law_is_compiled_like_any_other(toy):
    """Interpreted and compiled agree, and the status falls to the paper's."""
    law = on(reformed(RULES), "2021-06")
    compiled = law.compiled(("wage", "winters"), ("grant", "everything"))
    for wage, winters in ((0, 0), (99, 90), (10_000_000, 1)):
        values = law.evaluate(["grant", "everything"], {"wage": wage, "winters": winters})
        assert compiled(wage, winters) == tuple(values.values())
    assert law.status is Status.DRAFT
    assert law.explain("winter_grant", FACTS).findings[-1].provision.cite("bn") == "টয় প্রস্তাব, পৃষ্ঠা ২"


def test_reforms_apply_in_order_and_the_version_says_so(toy):
    """The second reform changes what the first has left; the hash is another where the law is."""
    first = parse_reform(HEAD + RULES, "winter")
    second = parse_reform(
        HEAD.replace("Toy Paper", "Toy Note")
        + "parameters:\n  winter_grant_a_winter:\n    greatest: 70 taka\n    values: "
        + '[{in_force_from: 2021-01-01, value: 60 taka, provision: "Toy Note, page 1"}]\n',
        "warmer",
    )
    law = on(apply("toylaw", "toyland/grants", first, second), "2021-06")
    assert law.evaluate(["winter_grant"], FACTS) == {"winter_grant": 12_000}
    name, _, digest = law.version.partition("#")
    assert name == "toyland/grants+winter+warmer@2021-06"
    others = [on(each, "2021-06").version for each in (toy, apply("toylaw", "toyland/grants", first))]
    assert digest not in [version.partition("#")[2] for version in others]


def test_without_since_a_rule_holds_from_the_start(toy):
    """The law's own rules for the quantity are gone altogether."""
    scheme = reformed(RULES.replace(', since="2021-06"', "").replace("2021-06-01", "2019-01-01"))
    assert on(scheme, "2020-01").evaluate(["grant"], FACTS) == {"grant": 10_000 + 700}
    assert [rule.place.file for rule in scheme.rules if rule.name == "grant"] == ["toy.yaml"]


@pytest.mark.parametrize("text", [RATE, RULES, RATE + RULES])
def test_a_reform_saved_and_read_is_the_same_law(toy, tmp_path, text):
    """Every month of change has the same version, hash and all."""
    reform = parse_reform(HEAD + text, "toy")
    path = tmp_path / "toy.yaml"
    reform.save(path)
    again = read_reform(path)
    assert again == reform
    assert again.as_yaml() == HEAD + text
    laws = [apply("toylaw", "toyland/grants", each) for each in (reform, again)]
    months = laws[0].months_of_change()
    assert [laws[0].on(month).version for month in months] == [laws[1].on(month).version for month in months]


def test_a_reform_may_be_written_from_plain_data(toy, tmp_path):
    """Rules of several lines stand in the file line by line."""
    content = {
        "label": {"en": "All of it", "bn": "পুরোটা"},
        "scheme": "toyland/grants",
        "instruments": {
            "Toy Paper": {
                "name_bn": "টয় প্রস্তাব",
                "division": {"en": "page", "bn": "পৃষ্ঠা"},
                "published_on": "2021-01-01",
                "source": "the toy shelf",
                "status": "illustrative",
                "last_checked": "2026-01-01",
            }
        },
        "branches": {"all": {"rules": GOOD_RULE}},
    }
    reform = write_reform("all of it", content)
    reform.save(tmp_path / "all.yaml")
    assert "    rules: |\n      @rule(" in reform.as_yaml()
    assert read_reform(tmp_path / "all.yaml").text == reform.text
    law = on(apply("toylaw", "toyland/grants", reform), "2020-01")
    assert law.evaluate(["grant"], {"wage": 7}) == {"grant": 7}
    assert law.version.startswith("toyland/grants+all-of-it@2020-01#")
    assert law.status is Status.ILLUSTRATIVE


BAD = [
    (
        RATE.replace("rate:", "rates:"),
        "REFORM-002",
        "toy.yaml:12: the scheme has no value `rates` to change. Near are: rate",
    ),
    (
        RATE.replace("Toy Paper, page 1", "Toy Act, section 3"),
        "REFORM-003",
        "toy.yaml:13: `Toy Act, section 3` is enacted",
    ),
    (RULES.replace("Toy Paper, page 3", "Toy Act, section 3"), "REFORM-003", "toy.yaml:44: `Toy Act"),
    (RULES.replace("Toy Paper, page 2", "Toy Act, section 3"), "REFORM-003", "toy.yaml:25: `Toy Act"),
    (RATE.replace("20 %", "120 %"), "LAW-030", "toy.yaml:13: `rate` is 120.00 %"),
    (RATE.replace("20 %", "twenty"), "LAW-011", "toy.yaml:13: `twenty`"),
    (RATE.replace("2020-07-01", "July"), "LAW-011", "toy.yaml:13: `July`"),
    (RATE.replace("Toy Paper", "Toy Book"), "LAW-013", "toy.yaml:13: the provision `Toy Book, page 1`"),
    (RATE.replace("    values:", "    unit: rate\n    values:"), "LAW-024", "`unit` of `rate`"),
    ("parameters: {rate: {greatest: 50 %}}\n", "LAW-010", "toy.yaml:11: `rate` lacks `values`"),
    ("parameters: {rate: 20 %}\n", "LAW-009", "toy.yaml:1"),
    ("surprises: {}\n", "LAW-024", "`surprises` of `toy`"),
    (
        RULES.replace("winters *", "2 *"),
        "LAW-020",
        "toy.yaml:40: the rule `winter_grant` holds the bare number 2",
    ),
    (
        RULES.replace("winters *", "winter *"),
        "LAW-021",
        "toy.yaml:40: the rule `winter_grant` may not hold `winter`",
    ),
    (RULES.replace("greatest: 90", "greatest: 9000000000000000"), "LAW-031", "toy.yaml:40: in the rule"),
    (RULES.replace("(winters, w", "(winters w"), "REFORM-004", "toy.yaml:38: these rules cannot be read"),
    (
        RULES.replace("(winters, w", "(winters, winters, w"),
        "REFORM-004",
        "toy.yaml:38: these rules cannot be read",
    ),
    (RULES.replace('since="2021-06"', 'since="June"', 1), "LAW-011", "toy.yaml:38: `June`"),
    (RULES.replace("      winters:", "      wage:"), "LAW-014", "toy.yaml:14: `wage` is already declared at"),
    (RULES.replace("      winter_grant:", "      winter_wind:"), "LAW-010", "`winter_grant` lacks `label`"),
    (RULES.replace("    rules: |", "    rules: [a]\n    more: |"), "LAW-024", "`more` of `winter`"),
    ("branches:\n  winter:\n    rules: {a: b}\n", "LAW-010", "toy.yaml:12: `winter` lacks `rules: |`"),
]


@pytest.mark.parametrize(("text", "code", "said"), BAD, ids=[f"{bad[1]}-{n}" for n, bad in enumerate(BAD)])
def test_a_bad_reform_is_refused(toy, text, code, said):
    """By the line of its own file, in both languages."""
    fault = next(fault for fault in refused(text) if fault.code == code)
    assert said in fault.wording.en
    assert any("\u0980" <= letter <= "\u09ff" for letter in fault.wording.bn.partition(": ")[2])


def test_a_reform_cannot_enact(toy):
    """Not by a paper that it calls enacted, nor by the name of an instrument that is."""
    [fault] = refused(RATE, HEAD.replace("status: draft", "status: enacted"))[:1]
    assert (fault.code, fault.line) == ("REFORM-003", 4)
    assert "LAW-014" in [fault.code for fault in refused("", HEAD.replace("Toy Paper", "Toy Act"))]


def test_a_reform_is_for_one_scheme(toy, tmp_path):
    """Another's is refused, and so is what is no reform or no file."""
    [fault] = refused("", HEAD.replace("toyland/grants", "toyland/other"))
    assert "toy.yaml:2: `toy` is a reform of `toyland/other`" in fault.wording.en
    for text in ("", "[]", "label: }", "\x00", "\ud800", "[" * 100_000, "&a {x: *a}", "scheme: [x]"):
        with pytest.raises(LawRefused):
            parse_reform(text, "toy")
    with pytest.raises(LawRefused, match=r"none\.yaml"):
        read_reform(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(LawRefused, match=r"bytes\.yaml"):
        read_reform(tmp_path / "bytes.yaml")
    with pytest.raises(LawRefused, match="cannot be read or written"):
        parse_reform(HEAD, "toy").save(tmp_path)


RUN = "__import__('builtins').__dict__.update(was_run=True)"
GOOD_MARK = '@rule(provision="Toy Paper, page 1", unit="poisha")\n'
GOOD_RULE = GOOD_MARK + 'def grant(wage):\n    """All."""\n    return wage\n'
HOSTILE = {
    "a statement": f"{RUN}\n",
    "import of a module": f"import os\n{GOOD_RULE}",
    "import from a module": f"from os import system\n{GOOD_RULE}",
    "import of the engine": f"from nsis.engine.store import save_text\n{GOOD_RULE}",
    "import of a namesake": f"from nsis.engine.rule_text import module_of\n{GOOD_RULE}",
    "import of something else of the mark's": f"from nsis.engine.rule import dataclass as rule\n{GOOD_RULE}",
    "import of everything": f"from nsis.terms.money import *\n{GOOD_RULE}",
    "import of a function of the terms": f"from nsis.terms.money import parse_taka\n{GOOD_RULE}",
    "import of a module of the terms": f"from nsis.terms.money import re\n{GOOD_RULE}",
    "import from elsewhere": f"from .nsis.terms.money import POISHA_PER_TAKA\n{GOOD_RULE}",
    "import that is not there": f"from nsis.terms.nothing import THING\n{GOOD_RULE}",
    "import under another name": f"from nsis.engine.vocabulary import share as total\n{GOOD_RULE}",
    "another mark": f"@{RUN}\n{GOOD_RULE}",
    "a mark that calls": GOOD_RULE.replace('"poisha"', f"str({RUN})"),
    "a mark with a joined text": GOOD_RULE.replace('"poisha"', f'f"{{{RUN}}}"'),
    "a mark with a plain argument": GOOD_RULE.replace("provision=", f"{RUN}, provision="),
    "a mark with a spread": GOOD_RULE.replace("provision=", f"**{RUN}, provision="),
    "a mark with a lambda": GOOD_RULE.replace('"poisha"', f"(lambda: {RUN})()"),
    "a mark that asks for more": GOOD_RULE.replace("unit=", 'more="x", unit='),
    "a mark said twice": GOOD_RULE.replace("unit=", 'unit="poisha", unit='),
    "a mark without provision": GOOD_RULE.replace('provision="Toy Paper, page 1", ', ""),
    "a mark of a mark": GOOD_RULE.replace("@rule(", "@rule()("),
    "a default": GOOD_RULE.replace("(wage)", f"(wage={RUN})"),
    "a keyword's default": GOOD_RULE.replace("(wage)", f"(wage, *, rate={RUN})"),
    "an annotation": GOOD_RULE.replace("(wage)", f"(wage: {RUN})"),
    "an annotation of all": GOOD_RULE.replace("(wage)", f"(wage, *rate: {RUN})"),
    "an annotation of keywords": GOOD_RULE.replace("(wage)", f"(wage, **rate: {RUN})"),
    "an annotation of the result": GOOD_RULE.replace("(wage)", f"(wage) -> {RUN}"),
    "a type's bound": GOOD_RULE.replace("grant(wage)", f"grant[T: {RUN}](wage)"),
    "a class": f"class A:\n    x = {RUN}\n{GOOD_RULE}",
    "an async function": GOOD_RULE.replace("def ", "async def "),
    "a call in a rule": GOOD_RULE.replace("return wage", f"return {RUN}"),
    "an attribute": GOOD_RULE.replace("return wage", "return wage.__class__"),
    "a walrus": GOOD_RULE.replace("return wage", "return (wage := 1)"),
    "nested lambdas": GOOD_RULE.replace("return wage", f"return (lambda: (lambda: {RUN})())()"),
    "a comprehension": GOOD_RULE.replace("return wage", f"return [{RUN} for x in (1,)]"),
    "a yield": GOOD_RULE.replace("return wage", "yield wage\n    return wage"),
    "an inner function": GOOD_RULE.replace("return wage", f"def f(x={RUN}): return x\n    return wage"),
    "a global": GOOD_RULE.replace("return wage", "global rule\n    return wage"),
    "a docstring that reckons": GOOD_RULE.replace('"""All."""', f'f"{{{RUN}}}"'),
    "a quantity that is code": GOOD_RULE.replace("unit=", f'quantity="x = {RUN}", unit='),
    "a quantity that is a dunder": GOOD_RULE.replace("unit=", 'quantity="__builtins__", unit='),
    "a rule called rule": GOOD_RULE.replace("def grant", "def rule"),
    "a rule called as a word": GOOD_RULE.replace("def grant", "def share"),
    "an argument called as a word": GOOD_RULE.replace("(wage)", "(wage, min)"),
    "a value called as the engine's own": GOOD_RULE.replace("return wage", "_note = 1\n    return _note"),
    "more nesting than can be read": GOOD_RULE.replace("return wage", "return " + "-" * 900 + "wage"),
    "more brackets than can be read": GOOD_RULE.replace(
        "return wage", "return " + "(" * 900 + "wage" + ")" * 900
    ),
    "a longer sum than can be read": GOOD_RULE.replace("return wage", "return " + "wage + " * 3000 + "wage"),
    "more ways than can be followed": GOOD_RULE.replace(
        "return wage", "if wage:\n        if wage:\n            return 0\n    " * 40 + "return wage"
    ),
    "an end of text": GOOD_RULE.replace("return wage", "return wage\x00"),
}


@pytest.mark.parametrize("rules", HOSTILE.values(), ids=HOSTILE)
def test_nothing_hostile_runs(toy, rules):
    """It is refused, and nothing of it has run."""
    content = {
        "label": {"en": "H", "bn": "হ"},
        "scheme": "toyland/grants",
        "branches": {"b": {"rules": rules}},
    }
    with pytest.raises(LawRefused):
        apply("toylaw", "toyland/grants", write_reform("hostile", content))
    assert not hasattr(builtins, "was_run")


@pytest.mark.parametrize(
    "name", ["a b", f"x = {RUN}", "Wage", "a__b", "min", "share", "rule", "if", "é", "1"]
)
@pytest.mark.parametrize("section", ["facts", "parameters", "quantities"])
def test_names_are_plain(toy, section, name):
    """Names are written into generated text, so they are words and nothing else."""
    item = {"label": {"en": "N", "bn": "ন"}, "unit": "number", "least": "0", "greatest": "1"}
    branches = {"b": {section: {name: item}}}
    content = {"label": {"en": "H", "bn": "হ"}, "scheme": "toyland/grants", "branches": branches}
    with pytest.raises(LawRefused) as refusal:
        apply("toylaw", "toyland/grants", write_reform("hostile", content))
    assert refusal.value.faults[0].code == "REFORM-007"
