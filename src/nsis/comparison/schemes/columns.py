"""What tables of the comparison share: names, levels, columns of figures, a chart of bars."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from nsis.comparison.schemes import words
from nsis.comparison.schemes.profile import Part, Profile
from nsis.projection.report.charts import BarChart, Series
from nsis.projection.report.document import Column, Figure, Table
from nsis.projection.report.figures import Measure, digits
from nsis.terms.wording import Wording

Profiles = Sequence[Profile]


def bars_of(
    name: str,
    title: Wording,
    profiles: Profiles,
    bars: Sequence[tuple[Wording, Sequence[float]]],
    measure: Measure,
) -> Figure:
    """A chart of bars with its figures as a table."""
    groups = [each.name for each in profiles]
    series = [Series(label, np.array(values, dtype=np.float64)) for label, values in bars]
    columns = [scheme_names(profiles)]
    columns += [
        figure_column(f"series_{place}", label, values, measure) for place, (label, values) in enumerate(bars)
    ]
    alt = words.ALT.format(title=title, schemes=Wording.joined(groups, "; "))
    return Figure(BarChart(groups, series, measure), alt, Table(name, title, columns))


def figure_column(
    name: str, label: Wording, values: Sequence[float], measure: Measure, formula: str | None = None
) -> Column:
    """A column of numbers, written by its measure."""
    return Column(name, label, list(values), measure, formula)


def scheme_names(profiles: Profiles) -> Column:
    """The first column, of schemes."""
    return Column("scheme", words.SCHEME, [each.name for each in profiles])


def at_level(profile: Profile, level: Fraction) -> Wording:
    """A scheme at a multiple of the average wage."""
    return words.AT_LEVEL.format(scheme=profile.name, level=digits(f"{float(level):g}"))


def times_of(level: Fraction) -> Wording:
    """`0.5 ×`."""
    text = f"{float(level):g}"
    return Wording(en=f"{text} ×", bn=f"{digits(text).bn} ×")


def branch_name(name: str) -> Wording:
    """What a branch is called."""
    return words.BRANCHES.get(name, Wording(en=name, bn=name))


def parts_of(profiles: Profiles) -> list[Part]:
    """The laws that the schemes are made of, each with its answers."""
    return [part for each in profiles for part in each.parts]
