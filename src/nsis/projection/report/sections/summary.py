"""The whole report in five sentences."""

from nsis.projection.accounts.account import WHOLE
from nsis.projection.report.document import Block, Notice, Points, Section
from nsis.projection.report.figures import fund_year, money, persons, share
from nsis.projection.report.findings import Findings
from nsis.projection.report.sections.persons import replacement_of
from nsis.terms.wording import Wording

TITLE = Wording(en="In five sentences", bn="পাঁচ বাক্যে")
WARNING = Wording(
    en="Illustrative, not law: this is what would follow if the law were as assumed here and the "
    "assumptions came true. It is no forecast, and nobody has a claim from it.",
    bn="নমুনামাত্র, আইন নয়: আইন এমন হলে এবং অনুমানগুলো ফললে যা হতো, এটি তা-ই। এটি পূর্বাভাস নয়; এখান "
    "থেকে কারও কোনো দাবি জন্মায় না।",
)
REACH = Wording(
    en="In a month of {first_year} the scheme insures {insured}; {coverage} of the labour force "
    "contribute, and in {last_year} {coverage_end}.",
    bn="{first_year}-এর একটি মাসে স্কিমে বীমাকৃত {insured}; শ্রমশক্তির {coverage} চাঁদার আওতায়, "
    "{last_year}-এ {coverage_end}।",
)
COST = Wording(
    en="It spends {cost} of insurable earnings in {first_year} and {cost_end} in {last_year}, while "
    "contributions are {rate} and {rate_end}.",
    bn="স্কিমের ব্যয় {first_year}-এ বীমাযোগ্য আয়ের {cost}, {last_year}-এ {cost_end}; চাঁদা যথাক্রমে "
    "{rate} ও {rate_end}।",
)
LEVEL = Wording(
    en="A level rate of {premium} in all years would pay for it; at the law's rates the actuarial balance "
    "is {balance} of insurable earnings, or {gdp} of GDP.",
    bn="সব বছরে {premium} সমতল হার হলে ব্যয় মিটত; আইনের হারে অ্যাকচুয়ারিয়াল স্থিতি বীমাযোগ্য আয়ের "
    "{balance}, জিডিপির {gdp}।",
)
EXHAUSTED = Wording(
    en="The first branch to run out of reserve is {branch}, in {year}; the reserve of all branches "
    "together {whole}.",
    bn="প্রথম যে শাখার মজুদ ফুরায় তা {branch}, {year}-এ; সব শাখার মজুদ একসঙ্গে {whole}।",
)
LASTING = Wording(
    en="No branch runs out of reserve by {last_year}; the reserve of all branches together is then "
    "{reserve} in prices of {first_year}.",
    bn="{last_year} পর্যন্ত কোনো শাখার মজুদ ফুরায় না; তখন সব শাখার মজুদ একসঙ্গে {first_year}-এর মূল্যে {reserve}।",
)
RUNS_OUT = Wording(en="runs out in {year}", bn="{year}-এ ফুরায়")
LASTS = Wording(en="lasts", bn="টিকে থাকে")
PENSIONS = Wording(
    en="At award an old-age pension is {men} of what an employee alike earns for men and {women} for "
    "women, and the government pays {government} of GDP in {first_year} and {government_end} in "
    "{last_year}.",
    bn="শুরুতে বার্ধক্য পেনশন একই রকম কর্মচারীর মজুরির {men} পুরুষের বেলায়, {women} নারীর বেলায়; সরকার "
    "দেয় {first_year}-এ জিডিপির {government}, {last_year}-এ {government_end}।",
)
GOVERNMENT = Wording(
    en="The government pays {government} of GDP in {first_year} and {government_end} in {last_year}.",
    bn="সরকার দেয় {first_year}-এ জিডিপির {government}, {last_year}-এ {government_end}।",
)


def section(findings: Findings) -> Section:
    """The warning, then reach, cost, level rate, reserves and pensions, a sentence each."""
    sentences = [
        _reach(findings),
        _cost(findings),
        _level(findings),
        _reserves(findings),
        _pensions(findings),
    ]
    blocks: list[Block] = [Notice(WARNING), Points(sentences)]
    return Section("summary", TITLE, blocks)


def _ends(findings: Findings) -> dict[str, Wording]:
    return {"first_year": fund_year(findings.years[0]), "last_year": fund_year(findings.years[-1])}


def _reach(findings: Findings) -> Wording:
    lines, coverage = findings.lines, findings.coverage.coverage
    return REACH.format(
        insured=persons(lines.employees[0] + lines.informal_insured[0]),
        coverage=share(coverage[0]),
        coverage_end=share(coverage[-1]),
        **_ends(findings),
    )


def _cost(findings: Findings) -> Wording:
    whole = findings.indicators[WHOLE]
    return COST.format(
        cost=share(whole.cost_rate[0], decimals=2),
        cost_end=share(whole.cost_rate[-1], decimals=2),
        rate=share(whole.contribution_rate[0], decimals=2),
        rate_end=share(whole.contribution_rate[-1], decimals=2),
        **_ends(findings),
    )


def _level(findings: Findings) -> Wording:
    whole = findings.indicators[WHOLE]
    return LEVEL.format(
        premium=share(whole.general_average_premium, decimals=2),
        balance=share(whole.balance.of_earnings, decimals=2),
        gdp=share(whole.balance.of_gdp, decimals=2),
    )


def _reserves(findings: Findings) -> Wording:
    exhausted = {name: findings.indicators[name].critical_years.exhausted for name in findings.branches}
    years = {name: year for name, year in exhausted.items() if year is not None}
    if not years:
        accounts = findings.accounts
        reserve = accounts.measured(accounts.whole.reserve_end, "constant")[-1]
        return LASTING.format(reserve=money(reserve), **_ends(findings))
    branch = min(years, key=lambda name: years[name])
    together = findings.indicators[WHOLE].critical_years.exhausted
    whole = LASTS if together is None else RUNS_OUT.format(year=fund_year(together))
    return EXHAUSTED.format(branch=findings.branches[branch], year=fund_year(years[branch]), whole=whole)


def _pensions(findings: Findings) -> Wording:
    """What pensions replace, where lives were followed, and what the government pays."""
    accounts, found = findings.accounts, findings.distribution
    paid = accounts.whole.contributions["government"] + accounts.whole.contributions["match"]
    government = accounts.measured(paid, "gdp")
    said = {
        "government": share(government[0], decimals=3),
        "government_end": share(government[-1], decimals=3),
        **_ends(findings),
    }
    if found is None:
        return GOVERNMENT.format(**said)
    return PENSIONS.format(men=share(replacement_of(found, 0)), women=share(replacement_of(found, 1)), **said)
