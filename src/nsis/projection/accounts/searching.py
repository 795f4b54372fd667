"""
What holds a reserve by changing the lines themselves, such as the age of retirement: sought by running again.

Equations: docs/theory/financing.md.
"""

from collections.abc import Callable

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.financing import Bounds, Target, none_holds
from nsis.projection.accounts.messages import VALUE
from nsis.terms.wording import Wording


def value_that_holds(
    run: Callable[[float], Accounts],
    target: Target,
    bounds: Bounds,
    *,
    branch: str = WHOLE,
    name: Wording = VALUE,
    near_enough: float = 1e-4,
) -> float:
    """
    The value of whatever `run` depends on at which the target is held, to within `near_enough`.

    It is sought between bounds at which the reserve is on different sides of the target (eq. 3).
    FinancingRefused where it is on the same: `name` is what the value is called there.
    """
    runs = _Runs(run, branch, target)
    (far, near), (at_far, at_near) = bounds, (runs.surplus(bounds[0]), runs.surplus(bounds[1]))
    if at_far * at_near > 0:
        raise runs.none_holds(name, bounds)
    while at_near != 0 and abs(near - far) > near_enough:
        between = near - at_near * (near - far) / (at_near - at_far)
        at_between = runs.surplus(between)
        if at_between * at_near < 0:
            far, at_far = near, at_near
        else:
            at_far /= 2  # the end that stays counts for less, so that it is left at last
        if abs(between - near) <= near_enough / 2:
            return between
        near, at_near = between, at_between
    return near


def least_that_holds(
    run: Callable[[int], Accounts],
    target: Target,
    least: int,
    greatest: int,
    *,
    branch: str = WHOLE,
    name: Wording = VALUE,
) -> int:
    """
    The least whole number, such as months of age, at which the reserve is at least the target.

    The higher the number, the greater the reserve must be. FinancingRefused where not even `greatest` holds.
    """
    runs = _Runs(lambda value: run(int(value)), branch, target)
    if runs.surplus(greatest) < 0:
        raise runs.none_holds(name, (least, greatest))
    while least < greatest:
        between = (least + greatest) // 2
        if runs.surplus(between) < 0:
            least = between + 1
        else:
            greatest = between
    return greatest


class _Runs:
    """The runs made so far, by value: a run takes its time."""

    def __init__(self, run: Callable[[float], Accounts], branch: str, target: Target) -> None:
        self._run, self._branch, self._target = run, branch, target
        self._found: dict[float, tuple[float, float]] = {}

    def surplus(self, value: float) -> float:
        """The reserve at the target's year less what is wanted, in taka."""
        reserve, spent = self._at(value)
        return reserve - self._target.years * spent

    def none_holds(self, name: Wording, bounds: Bounds) -> Exception:
        """The refusal, with the bound that comes nearest."""
        nearest = min(bounds, key=lambda bound: abs(self.surplus(bound)))
        reserve, spent = self._at(nearest)
        return none_holds(name, self._target, bounds, nearest, reserve / spent if spent else float("nan"))

    def _at(self, value: float) -> tuple[float, float]:
        """The reserve at the end of the target's year, and the year's expenditure."""
        if value not in self._found:
            account = self._run(value).of(self._branch)
            place = self._target.place(account.years)
            self._found[value] = float(account.reserve_end[place]), float(account.expenditure[place])
        return self._found[value]
