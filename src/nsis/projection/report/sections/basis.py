"""What everything rests on: the law, the assumptions; where it falls short; how to have the same again."""

import json
from collections.abc import Mapping

from nsis.engine.in_force import LawInForce
from nsis.projection.assumptions.assumption import Assumption
from nsis.projection.report.assumption_units import UNITS
from nsis.projection.report.document import Block, Column, Notice, Paragraph, Points, Section, Table
from nsis.projection.report.figures import counted, digits, fund_year, write_number
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import ASSUMPTION_ANCHOR, LAW_ANCHOR
from nsis.terms.digits import to_bangla
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording

LAW = Wording(en="The law", bn="আইন")
LAW_NOTICE = Wording(
    en="The law of this projection is {status}. Version {version}. Its rules are those that decide single "
    "cases; nothing of it is written again for the projection.",
    bn="এই প্রক্ষেপণের আইন {status}। সংস্করণ {version}। যে নিয়মে একজনের দাবি নিষ্পত্তি হয়, সেই নিয়মই "
    "এখানে; প্রক্ষেপণের জন্য আইন আলাদা করে লেখা হয়নি।",
)
REFORMS = Wording(en="Changed by: {reforms}.", bn="যে সংস্কারে বদলানো: {reforms}।")
VALUES = Wording(en="Values of the law in the first month", bn="প্রথম মাসে আইনের মান")
VALUES_NOTE = Wording(
    en="Values that follow wages or prices move along the economy's path.",
    bn="যেসব মান মজুরি বা মূল্যের সঙ্গে চলে, সেগুলো অর্থনীতির গতিপথ ধরে বদলায়।",
)
RULES = Wording(en="Rules of the law", bn="আইনের নিয়ম")
NAME, VALUE = Wording(en="Name", bn="নাম"), Wording(en="Value", bn="মান")
PROVISION = Wording(en="Provision and status", bn="বিধান ও মর্যাদা")
ASSUMPTIONS = Wording(en="The assumptions", bn="অনুমান")
ASSUMPTIONS_OPENING = Wording(
    en="Set: {label}, {identity}. Grade A is official and checked against a second copy, B official in "
    "one copy, C press, secondary or judgement.",
    bn="সেট: {label}, {identity}। মান A: সরকারি, দ্বিতীয় কপির সঙ্গে মেলানো; B: সরকারি, এক কপি; C: সংবাদ, "
    "গৌণ উৎস বা বিচারবুদ্ধি।",
)
ASSUMED = Wording(en="Every assumption, with source and grade", bn="প্রতিটি অনুমান, উৎস ও মানসহ")
UNIT, SOURCE = Wording(en="Values", bn="মান"), Wording(en="Source and grade", bn="উৎস ও গ্রেড")
NOTE = Wording(en="Remark", bn="মন্তব্য")
OFF = Wording(en="off", bn="বন্ধ")
SPAN = Wording(en="{first} to {last} {unit}", bn="{first} থেকে {last} {unit}")
ONE = Wording(en="{first} {unit}", bn="{first} {unit}")
SHORT = Wording(en="Where this falls short", bn="যেখানে ঘাটতি")
SAME_AGAIN = Wording(en="To have the same again", bn="একই ফল আবার পেতে")
SAME_OPENING = Wording(
    en="Who runs this command with the same code has the same files, byte for byte; manifest.json holds "
    "the hash of each.",
    bn="একই কোডে এই নির্দেশ চালালে হুবহু একই ফাইল পাওয়া যায়; manifest.json-এ প্রতিটি ফাইলের হ্যাশ আছে।",
)
FACTS = Wording(en="The run", bn="চালানোর তথ্য")
SHORT_TABLE = 8  # values that a cell has room for
LONG_TABLE = Wording(en="{first} to {last}, {count} values", bn="{first} থেকে {last}, {count}টি মান")
ITEM = Wording(en="What", bn="বিষয়")


def law_section(findings: Findings) -> Section:
    """Every value and rule in force in the first month, with provision and status."""
    law = findings.law
    version = Wording(en=law.version, bn=law.version)
    blocks: list[Block] = [Notice(LAW_NOTICE.format(status=law.status.label, version=version))]
    if findings.reforms:
        names = Wording.joined([reform.label for reform in findings.reforms], "; ")
        blocks.append(Paragraph(REFORMS.format(reforms=names)))
    return Section("law", LAW, [*blocks, _values(law), _rules(law)])


def _values(law: LawInForce) -> Table:
    names = list(law.values)
    columns = [
        Column("label", NAME, [law.quantity(name).label for name in names]),
        Column("value", VALUE, [_value(law, name) for name in names]),
        Column("provision", PROVISION, [_provision(law, name) for name in names]),
    ]
    return Table(
        "law_values", VALUES, columns, note=VALUES_NOTE, anchors=[f"{LAW_ANCHOR}{name}" for name in names]
    )


def _rules(law: LawInForce) -> Table:
    names = list(law.rules)
    columns = [
        Column("label", NAME, [law.quantity(name).label for name in names]),
        Column("provision", PROVISION, [_provision(law, name) for name in names]),
    ]
    return Table("law_rules", RULES, columns, anchors=[f"{LAW_ANCHOR}{name}" for name in names])


def _value(law: LawInForce, name: str) -> Wording:
    """A value as people read it; of a long table its ends."""
    unit, value = law.quantity(name).unit, law.values[name].dated.value
    if isinstance(value, tuple) and len(value) > SHORT_TABLE:
        first, last = (value_wording(each, unit=unit) for each in (value[0], value[-1]))
        return LONG_TABLE.format(first=first, last=last, count=Wording.of_number(len(value)))
    return value_wording(value, unit=unit)


def _provision(law: LawInForce, name: str) -> Wording:
    provision = law.provision_of(name)
    return Wording.of_each(
        lambda language: f"{provision.cite(language)} ({provision.status.label.in_language(language)})"
    )


def assumptions_section(findings: Findings) -> Section:
    """Every assumption: what it is, between what it lies, where it is from, how good the source is."""
    chosen = findings.assumptions
    each = list(chosen.assumptions.values())
    identity = Wording(en=chosen.identity, bn=chosen.identity)
    columns = [
        Column("label", NAME, [one.label for one in each]),
        Column("values", UNIT, [_spanned(one) for one in each]),
        Column("source", SOURCE, [_source(one) for one in each]),
        Column("note", NOTE, [one.note or Wording(en="", bn="") for one in each]),
    ]
    anchors = [f"{ASSUMPTION_ANCHOR}{one.name}" for one in each]
    table = Table("assumptions", ASSUMED, columns, anchors=anchors)
    opening = Paragraph(ASSUMPTIONS_OPENING.format(label=chosen.label, identity=identity))
    return Section("assumptions", ASSUMPTIONS, [opening, table])


def _spanned(one: Assumption) -> Wording:
    """The least and the greatest value."""
    if one.grid is None:
        return OFF
    low, high = (_plain(float(each)) for each in (one.grid.values.min(), one.grid.values.max()))
    unit = UNITS.get(one.unit, Wording(en=one.unit, bn=one.unit))
    return (ONE if low == high else SPAN).format(first=low, last=high, unit=unit)


def _plain(value: float) -> Wording:
    """About four significant figures, grouped."""
    decimals = 0 if abs(value) >= 1000 or value == int(value) else 2 if abs(value) >= 1 else 5
    text = write_number(value, decimals=decimals)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Wording(en=text, bn=to_bangla(text))


def _source(one: Assumption) -> Wording:
    text = f"{one.source}; {one.vintage}; {one.grade}"
    return Wording(en=text, bn=text)


def shortfalls_section(findings: Findings) -> Section:
    """What a reader must know before leaning on a figure."""
    return Section("shortfalls", SHORT, [Points(findings.shortfalls)])


def same_again_section(findings: Findings, command: str) -> Section:
    """The command, and what the run is known by."""
    run = findings.run
    rows: Mapping[Wording, Wording] = {
        Wording(en="command", bn="নির্দেশ"): _code(command),
        Wording(en="law", bn="আইন"): _code(findings.law.version),
        Wording(en="assumptions", bn="অনুমান"): _code(findings.assumptions.identity),
        Wording(en="code", bn="কোড"): _code(run.code),
        Wording(en="seed", bn="বীজ"): digits(run.seed),
        Wording(en="sample of the nation", bn="জাতির নমুনা"): digits(json.dumps(run.sample)),
        Wording(en="years", bn="বছর"): _span(run.years),
        Wording(en="scenarios", bn="দৃশ্যকল্প"): digits(run.scenarios),
    }
    columns = [Column("what", ITEM, list(rows)), Column("value", VALUE, list(rows.values()))]
    table = Table("run", FACTS, columns)
    return Section("same-again", SAME_AGAIN, [Paragraph(SAME_OPENING), table])


def _code(text: str) -> Wording:
    return Wording(en=text, bn=text)


def _span(years: tuple[int, ...]) -> Wording:
    ends = Wording.joined([fund_year(years[0]), fund_year(years[-1])], " – ")
    return Wording.joined([ends, counted(len(years), "year", "years", "বছর")], ", ")
