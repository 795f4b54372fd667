"""Tables along years, and the sentences and charts that go with them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nsis.projection.report.document import Column, Ground, Table
from nsis.projection.report.figures import Measure, fund_year
from nsis.terms.wording import Wording

YEAR = Wording(en="Fund year", bn="তহবিল-বছর")


def yearly(
    name: str,
    title: Wording,
    years: Sequence[int],
    columns: Sequence[Column],
    basis: Sequence[Ground] = (),
    note: Wording | None = None,
) -> Table:
    """A table with a row a year; a page shows the first years and every fifth, later every tenth."""
    first = Column("year", YEAR, [fund_year(year) for year in years])
    shown = shown_years(len(years))
    return Table(name, title, [first, *columns], basis, note, shown if len(shown) < len(years) else None)


def shown_years(count: int) -> list[int]:
    """The places of the years that a page has room for."""
    wanted = [0, 1, 2, 4, 9, 14, 19, 24, *range(34, count, 10), count - 1]
    return sorted({place for place in wanted if place < count})


def column(
    name: str,
    label: Wording,
    values: Sequence[float] | NDArray[np.float64],
    measure: Measure,
    formula: str | None = None,
) -> Column:
    """A column of figures."""
    return Column(name, label, [float(value) for value in values], measure, formula)
