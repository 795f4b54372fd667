"""What accounts say of a scheme. Equations: docs/theory/accounts.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nsis.projection.accounts.account import WHOLE, Account, Accounts
from nsis.projection.accounts.balance import ActuarialBalance, actuarial_balance
from nsis.projection.accounts.fund import Years, ratio
from nsis.projection.accounts.premiums import (
    CONTROL_YEARS,
    SHORT_TERM_YEARS,
    ScaledPremium,
    basis_of,
    general_average_premium,
    scaled_premiums,
)
from nsis.projection.lines import Lines
from nsis.terms.month import MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True)
class FundingRule:
    """
    How the reserves of a scheme are to be held; the figures are its own, not the projection's.

    Level rates are kept for `control_years`, at whose end the reserve is at least `reserve_ratio` years of
    expenditure. `reserve_months` are the months of expenditure that a short-term branch is to hold, by
    branch; its rates are kept for `short_term_years`.
    """

    control_years: int = CONTROL_YEARS
    reserve_ratio: float = 0.0
    reserve_months: Mapping[str, float] = field(default_factory=dict)
    short_term_years: int = SHORT_TERM_YEARS

    def control_years_of(self, branch: str) -> int:
        """The years for which a branch's rate is kept."""
        return self.short_term_years if branch in self.reserve_months else self.control_years

    def ratio_of(self, branch: str) -> float:
        """The years of expenditure that a branch is to hold."""
        months = self.reserve_months.get(branch)
        return self.reserve_ratio if months is None else months / MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True)
class CriticalYears:
    """The first years in which each happens, or None within the horizon (eq. 11)."""

    beyond_contributions: int | None  # expenditure exceeds contributions
    beyond_income: int | None  # expenditure exceeds contributions and investment income
    exhausted: int | None  # the reserve is below zero at the end


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """
    The indicators of one branch, or of the whole. Arrays are float64 [year]; rates are shares of 1.

    `cost_rate` is that of pay-as-you-go: expenditure by insurable earnings of employees. It is
    `demographic_ratio` (persons paid for each employee) times `financial_ratio` (the average benefit by the
    average insurable earnings) and `administration_rate` on top (eq. 8, 9). A person with two benefits
    counts twice. nan where nobody has insurable earnings, and for a reserve ratio where nothing is spent.
    `reserve_ratio` is the reserve at the end of a year by its expenditure, in years; `reserve_months` the
    same in months, beside the `target_months` that the scheme sets itself, or None (eq. 10).
    """

    branch: str
    years: tuple[int, ...]
    contribution_rate: Years
    cost_rate: Years
    demographic_ratio: Years
    financial_ratio: Years
    administration_rate: Years
    reserve_ratio: Years
    target_months: float | None
    critical_years: CriticalYears
    general_average_premium: float
    scaled_premiums: tuple[ScaledPremium, ...]
    balance: ActuarialBalance

    @property
    def reserve_months(self) -> Years:
        """Months of expenditure that the reserve would pay, [year]."""
        return self.reserve_ratio * MONTHS_PER_YEAR

    @property
    def is_on_target(self) -> NDArray[np.bool_] | None:
        """Whether the reserve is what the scheme wants it to be, [year]; None without a target."""
        return None if self.target_months is None else self.reserve_months >= self.target_months


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """
    Whom a scheme reaches, as shares of 1 by year (eq. 12); nan where there is nobody to reach.

    `coverage` is contributors by labour force, `insured_of_population` the insured of either class by all
    persons.
    """

    coverage: Years
    insured_of_population: Years


def indicators_of(accounts: Accounts, branch: str = WHOLE, rule: FundingRule | None = None) -> Indicators:
    """The indicators of a branch, or of all together; reserves as the `rule` wants them, if there is one."""
    rule = rule or FundingRule()
    account, lines = accounts.of(branch), accounts.lines
    basis = basis_of(accounts, branch)
    paid = persons_paid(lines, account)
    return Indicators(
        branch=branch,
        years=account.years,
        contribution_rate=accounts.measured(account.contributed, "earnings"),
        cost_rate=accounts.measured(account.expenditure, "earnings"),
        demographic_ratio=ratio(paid, lines.employees),
        financial_ratio=_financial_ratio(account, lines, paid),
        administration_rate=accounts.measured(account.administration, "earnings"),
        reserve_ratio=ratio(account.reserve_end, account.expenditure),
        target_months=rule.reserve_months.get(branch),
        critical_years=critical_years(account),
        general_average_premium=general_average_premium(basis),
        scaled_premiums=scaled_premiums(
            basis, control_years=rule.control_years_of(branch), reserve_ratio=rule.ratio_of(branch)
        ),
        balance=actuarial_balance(accounts, branch),
    )


def critical_years(account: Account) -> CriticalYears:
    """When an account's expenditure first exceeds what it takes, what it takes and earns, what it has."""
    shortfall = -account.net_income
    return CriticalYears(
        beyond_contributions=_first(account, shortfall > 0),
        beyond_income=_first(account, shortfall > account.investment_income),
        exhausted=_first(account, account.reserve_end < 0),
    )


def coverage_of(lines: Lines) -> Coverage:
    """Whom the scheme reaches."""
    insured = lines.employees + lines.informal_insured
    return Coverage(
        coverage=ratio(lines.contributors, lines.labour_force),
        insured_of_population=ratio(insured, lines.population),
    )


def persons_paid(lines: Lines, account: Account) -> Years:
    """Persons that an account pays in a month, once for each benefit, [year]."""
    nobody = np.zeros(len(lines.years))
    total: Years = sum((lines.beneficiaries.get(name, nobody) for name in account.benefits), nobody)
    return total


def _financial_ratio(account: Account, lines: Lines, paid: Years) -> Years:
    """The average benefit by the average insurable earnings; zero where nobody is paid."""
    average = np.divide(account.paid, paid, out=np.zeros(len(paid)), where=paid > 0)
    return ratio(average * lines.employees, lines.insurable_earnings)


def _first(account: Account, holds: NDArray[np.bool_]) -> int | None:
    return account.years[int(np.argmax(holds))] if holds.any() else None
