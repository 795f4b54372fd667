"""A law of a hundred rules, written into a folder as a package: three facts, ten quantities wanted."""

from pathlib import Path

RULES = 100
TARGETS = tuple(f"rule_{number}" for number in range(90, 100))
BOUNDS = "least: 0 taka\n    greatest: 10,00,000 taka"
SCHEME = """label: {en: A hundred rules, bn: একশ নিয়ম}
starts_on: 2020-01-01
instruments:
  Hundred Act:
    name_bn: শতক আইন
    division: {en: section, bn: ধারা}
    published_on: 2019-06-01
    source: the benchmark
    status: enacted
    last_checked: 2026-01-01
"""
HEAD = """'A hundred rules.'

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
"""
RULE = '''

@rule(provision="Hundred Act, section {number}", unit="poisha")
def rule_{number}({inputs}):
    """Rule {number}."""
{body}
'''
BODIES = (
    ("{one}, rate_{number}, rounding", "    return share({one}, rate_{number}, rounding)"),
    ("{one}, {other}, limit_{number}", "    return min({one} + {other}, limit_{number})"),
    (
        "{one}, {other}, limit_{number}",
        "    if {one} <= limit_{number}:\n        return {other}\n    return {one}",
    ),
    (
        "{one}, {other}, rate_{number}, limit_{number}, rounding",
        "    return max({one} - {other}, min(share({other}, rate_{number}, rounding), limit_{number}))",
    ),
)


def write_law(folder: Path) -> None:
    """The package `hundred` with the scheme `land/rules`; each rule rests on the one before it."""
    home = folder / "hundred/land/rules"
    home.mkdir(parents=True)
    rules, parameters, labels = [], [], []
    for number in range(RULES):
        one = f"rule_{number - 1}" if number else "wage"
        other = f"rule_{number - 2}" if number % 3 == 2 else ("bonus", "pension")[number % 2]
        names = {"number": number, "one": one, "other": other}
        inputs, body = (text.format(**names) for text in BODIES[number % 4])
        rules.append(RULE.format(number=number, inputs=inputs, body=body))
        parameters.append(value(f"rate_{number}", "rate", f"{number % 50 + 1} %"))
        parameters.append(value(f"limit_{number}", "poisha", f"{1000 * (number + 1)} taka", BOUNDS))
        labels.append(f"  rule_{number}:\n    label: {{en: Rule {number}, bn: নিয়ম {number}}}\n")
    parameters.append(value("rounding", "rounding", "half up"))
    facts = [
        f"  {name}:\n    label: {{en: {name}, bn: তথ্য}}\n    unit: poisha\n    {BOUNDS}\n"
        for name in ("wage", "bonus", "pension")
    ]
    (home / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (home / "rules.py").write_text(HEAD + "".join(rules), encoding="utf-8")
    sections = {"facts": facts, "parameters": parameters, "quantities": labels}
    text = "".join(f"{name}:\n{''.join(items)}" for name, items in sections.items())
    (home / "rules.yaml").write_text(text, encoding="utf-8")


def value(name: str, unit: str, amount: str, bounds: str = "") -> str:
    """A value of the law as YAML."""
    limits = f"    {bounds}\n" if bounds else ""
    dated = f'{{in_force_from: 2020-01-01, value: {amount}, provision: "Hundred Act, section 1"}}'
    label = f"{{en: {name}, bn: মান}}"
    return f"  {name}:\n    label: {label}\n    unit: {unit}\n{limits}    values:\n      - {dated}\n"
