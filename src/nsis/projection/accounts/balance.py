"""What a scheme owns and owes over a horizon. Equations: docs/theory/accounts.md."""

from dataclasses import dataclass

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.fund import discount_to_start, present_value


@dataclass(frozen=True, slots=True)
class ActuarialBalance:
    """
    Present values at the start of the first year, in taka (eq. 6, 7).

    `target` is the present value of the reserve wanted at the end. `earnings` and `gdp` are those of the
    horizon. Shares are of 1; nan where nobody has insurable earnings.
    """

    branch: str
    years: tuple[int, ...]
    reserve: float
    contributions: float
    benefits: float
    administration: float
    target: float
    earnings: float
    gdp: float

    @property
    def assets(self) -> float:
        """The reserve and what will be contributed."""
        return self.reserve + self.contributions

    @property
    def liabilities(self) -> float:
        """What will be spent, and what is to be left."""
        return self.benefits + self.administration + self.target

    @property
    def funding_gap(self) -> float:
        """Liabilities less assets: below zero it is a surplus."""
        return self.liabilities - self.assets

    @property
    def of_earnings(self) -> float:
        """The actuarial balance: assets less liabilities, as a share of insurable earnings."""
        return -self.funding_gap / self.earnings if self.earnings > 0 else float("nan")

    @property
    def of_gdp(self) -> float:
        """Assets less liabilities, as a share of GDP."""
        return -self.funding_gap / self.gdp


def actuarial_balance(
    accounts: Accounts,
    branch: str = WHOLE,
    *,
    horizon: int | None = None,
    end_reserve_ratio: float = 0.0,
    open_group: Accounts | None = None,
) -> ActuarialBalance:
    """
    The balance over the first `horizon` years, all where it is None.

    `end_reserve_ratio` is the reserve wanted at the end, in years of the last year's expenditure. Of a
    closed group, `accounts` are its own and `open_group` those of all, whose earnings it is measured by.
    """
    account = accounts.of(branch).over(horizon or len(accounts.years))
    count = len(account.years)
    economy, lines = accounts.economy, (open_group or accounts).lines
    interest = economy.interest[:count]
    wanted = end_reserve_ratio * account.expenditure[-1] * discount_to_start(interest)[-1]
    return ActuarialBalance(
        branch=branch,
        years=account.years,
        reserve=float(account.reserve_start[0]),
        contributions=present_value(account.contributed, interest),
        benefits=present_value(account.paid, interest),
        administration=present_value(account.administration, interest),
        target=float(wanted),
        earnings=present_value(lines.insurable_earnings[:count], interest),
        gdp=present_value(economy.gdp[:count], interest),
    )
