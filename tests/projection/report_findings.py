"""Findings of a few years, with figures that are easy to follow: for the tests of the report."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from nsis.law import scheme as scheme_named
from nsis.projection.accounts.account import WHOLE, Accounts, accounts_of
from nsis.projection.accounts.cofinancing import fiscal_cost
from nsis.projection.accounts.indicators import coverage_of, indicators_of
from nsis.projection.assumptions.loading import load
from nsis.projection.economy import economy_of
from nsis.projection.lines import Lines
from nsis.projection.population import project
from nsis.projection.report.contents import document_of
from nsis.projection.report.findings import (
    Age,
    Agreement,
    Distribution,
    Experience,
    Fans,
    Financed,
    Findings,
    Offered,
    Run,
    Tried,
)
from nsis.projection.report.scheme_words import read_scheme_words
from nsis.projection.report.series import series_of
from nsis.projection.report.writing import MANIFEST, save
from nsis.projection.trying import AS_IS, MOST
from nsis.terms.month import Month
from nsis.terms.wording import Wording

NSIS = "bangladesh/nsis"
# Of insurable earnings, half from each side.
RATES = {"employment_injury": 0.005, "old_age": 0.10, "maternity": 0.01, "sickness": 0.015}
BENEFITS = {
    "injury_pension": "employment_injury",
    "old_age_pension": "old_age",
    "maternity_benefit": "maternity",
    "sickness_benefit": "sickness",
}
A_DAY = 700  # taka that a day of sickness is paid with


def lines_of(years: tuple[int, ...], *, pensions: float = 0.004) -> Lines:
    """Ten lakh employees with Tk 20,000; pensions take `pensions` of earnings more each year."""
    passed = np.arange(len(years))
    earnings = 1e6 * 12 * 20_000 * 1.07**passed
    contributions = {
        (branch, payer): earnings * rate / 2
        for branch, rate in RATES.items()
        for payer in ("employer", "worker")
    }
    contributions["informal", "match"] = earnings * 0.001
    paid = {
        "injury_pension": earnings * 0.0004 * passed,
        "old_age_pension": earnings * pensions * passed,
        "maternity_benefit": earnings * 0.008,
        "sickness_benefit": earnings * 0.012,
    }
    persons = dict.fromkeys(paid, 10000.0 * (1 + passed))
    level = np.full(len(years), 1e6)
    return Lines(
        scheme=NSIS,
        years=years,
        branch_of=BENEFITS,
        contributions=contributions,
        benefits=paid,
        insurable_earnings=earnings,
        contributors=level * 0.9,
        beneficiaries=persons,
        awards={name: each / 4 for name, each in persons.items()},
        employees=level,
        informal_insured=level * 0,
        labour_force=level * 75,
        population=level * 178,
    )


def findings_of(count: int = 12, *, pensions: float = 0.004, seed: int = 1) -> Findings:
    """Findings of the reference design from July 2026, every part of the report among them."""
    years = tuple(range(2026, 2026 + count))
    assumptions, scheme, words = load("baseline"), scheme_named(NSIS), read_scheme_words(NSIS)
    accounts = accounts_of(
        lines_of(years, pensions=pensions), economy_of(assumptions, years), administration_share=0.05
    )
    names = [*accounts.branches, WHOLE]
    indicators = {name: indicators_of(accounts, name, words.funding) for name in names}
    whole = indicators[WHOLE]
    spread = {number: 1 + (number - 50) / 100 * np.arange(count) / count for number in (5, 25, 50, 75, 95)}
    return Findings(
        run=Run(NSIS, years, 0.01, seed, 1000, "nsis 0.1.0#000000000000"),
        label=scheme.label,
        law=scheme.on(Month(2026, 7)),
        reforms=(),
        assumptions=assumptions,
        population=project(assumptions, 2025, years[-1] + 2),
        accounts=accounts,
        coverage=coverage_of(accounts.lines),
        indicators=indicators,
        branches={name: words.name_of(name) for name in accounts.branches},
        distribution=_distribution(count),
        tried=_tried(whole.general_average_premium),
        fans=Fans(
            1000,
            {number: whole.cost_rate * factor for number, factor in spread.items()},
            {number: whole.reserve_ratio * factor for number, factor in spread.items()},
            np.linspace(0, 0.2, count),
        ),
        funding=words.funding,
        closed=_closed(accounts),
        experience=_experience(accounts),
        financed=_financed(accounts),
        agreement=[Agreement(Wording(en="Old-age pension", bn="বার্ধক্য পেনশন"), 1.002e12, 1e12, 2.5e9)],
        shortfalls=words.shortfalls,
    )


def _closed(accounts: Accounts) -> Accounts:
    """The closed group: a tenth at first, of which less and less contributes."""
    lines, economy = accounts.lines, accounts.economy
    fading = 0.1 * 0.9 ** np.arange(len(lines.years))
    return accounts_of(
        replace(
            lines,
            contributions={line: each * fading for line, each in lines.contributions.items()},
            benefits={name: each * 0.1 for name, each in lines.benefits.items()},
            insurable_earnings=lines.insurable_earnings * fading,
        ),
        economy,
        administration_share=0.05,
    )


def _experience(accounts: Accounts) -> Experience:
    """Days of sickness at Tk 700; injury pensions that are worth twelve times what their first year pays."""
    lines = accounts.lines
    return Experience(
        days={"sickness_benefit": lines.benefits["sickness_benefit"] / A_DAY},
        capital={"injury_pension": lines.insurable_earnings * 0.0048},
    )


def _financed(accounts: Accounts) -> Financed:
    """A pension age of 63 holds; the greatest match costs twice as much, and reaches a tenth more."""
    lines = accounts.lines
    some = replace(lines, informal_insured=lines.employees * 0.1)
    more = replace(
        some,
        informal_insured=some.informal_insured * 1.1,
        contributions={
            line: each * (2 if line[1] == "match" else 1) for line, each in some.contributions.items()
        },
    )
    offers = [
        Offered(label, fiscal_cost(label.en, of, accounts.economy), left)
        for label, of, left in ((AS_IS, some, 1e10), (MOST, more, -1e9))
    ]
    return Financed(63, [Age(60, 0.12, -0.02), Age(63, 0.10, 0.001), Age(75, 0.06, 0.04)], offers)


def kept(folder: Path, *, years: int, pensions: float, law: str) -> Path:
    """A run as `nsis project` leaves it: its manifest and the series that a comparison reads."""
    findings = findings_of(years, pensions=pensions)
    document = document_of(findings, command="")
    for table in document.tables:
        if table.name in {"coverage", "cost_rates", "premiums", "account_whole_constant"}:
            save(folder / "series" / f"{table.name}.parquet", series_of(table))
    known = {
        "first_year": 2026,
        "years": years,
        "law": law,
        "reforms": [],
        "assumptions": "baseline",
        "seed": 1,
    }
    save(folder / MANIFEST, json.dumps({**known, "sample": 0.01, "code": "nsis"}).encode())
    return folder


def _distribution(count: int) -> Distribution:
    replacement = np.array([0.55, 0.48, 0.42, 0.38, 0.30])
    ages, cohorts = tuple(range(15, 65, 5)), tuple(range(1966, 2021, 5))
    pension = np.stack([np.linspace(9000, 12000, count), np.linspace(7000, 10000, count)], axis=1)
    pension[:2] = np.nan  # nobody has one yet
    return Distribution(
        replacement=np.stack([replacement, replacement * 0.9]),
        awards=np.array([[100.0, 200, 300, 200, 100], [50, 100, 100, 100, 0]]),
        pension=pension,
        poor=np.where(np.isnan(pension), np.nan, 0.25),
        ages=ages,
        density=np.stack([np.linspace(0.2, 0.6, len(ages)), np.linspace(0.1, 0.4, len(ages))]),
        paid=np.stack([np.linspace(1e9, 1e10, 10)] * 2),
        received=np.stack([np.linspace(3e9, 8e9, 10)] * 2),
        cohorts=cohorts,
        returns=np.stack([np.linspace(0.06, 0.03, len(cohorts)), np.linspace(0.07, 0.04, len(cohorts))]),
        returns_of_all=np.linspace(0.065, 0.035, len(cohorts)),
    )


def _tried(premium: float) -> list[Tried]:
    return [
        Tried(
            Wording(en="Higher growth of wages: 1 point", bn="মজুরি বৃদ্ধি বেশি: ১ পয়েন্ট"), premium - 0.01, 0.01
        ),
        Tried(
            Wording(en="Lower growth of wages: 1 point", bn="মজুরি বৃদ্ধি কম: ১ পয়েন্ট"), premium + 0.02, -0.02
        ),
    ]
