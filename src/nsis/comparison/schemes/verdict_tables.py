"""What the ILO's standards say of each scheme."""

from nsis.comparison.ilo.clauses import conventions
from nsis.comparison.ilo.verdicts import Verdict
from nsis.comparison.schemes import words
from nsis.comparison.schemes.columns import Profiles, bars_of, figure_column
from nsis.projection.report.document import Column, Figure, Table
from nsis.projection.report.figures import Measure, digits
from nsis.terms.wording import Wording

CLAUSES = Measure("clauses", Wording(en="clauses", bn="দফা"))


def ilo(profiles: Profiles) -> Table:
    """How many clauses of each convention are met, and how many are not."""
    rows = [(each, convention) for each in profiles for convention in conventions()]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _ in rows]),
        Column("convention", words.CONVENTION, [digits(convention.short) for _, convention in rows]),
    ]
    for verdict in Verdict:
        counts = [
            float(sum(one.answer.verdict is verdict for one in each.checked[convention]))
            for each, convention in rows
        ]
        columns.append(figure_column(verdict.name.lower(), verdict.label, counts, CLAUSES))
    return Table("ilo", words.ILO, columns)


def ilo_chart(profiles: Profiles) -> Figure:
    """The same for all conventions together, as bars."""
    shown = (Verdict.MET, Verdict.NOT_MET, Verdict.UNDECIDED)
    bars = [(verdict.label, [float(each.verdicts(verdict)) for each in profiles]) for verdict in shown]
    return bars_of("ilo_chart", words.ILO_CHART, profiles, bars, CLAUSES)


def failing(profiles: Profiles) -> Table:
    """Every clause that is not met, with what was found and what is asked."""
    rows = [
        (each, convention, one)
        for each in profiles
        for convention, checked in each.checked.items()
        for one in checked
        if one.answer.verdict is Verdict.NOT_MET
    ]
    columns = [
        Column("row", words.SCHEME, [each.name for each, _, _ in rows]),
        Column("convention", words.CONVENTION, [digits(convention.short) for _, convention, _ in rows]),
        Column("clause", words.CLAUSE, [one.clause.label for _, _, one in rows]),
        Column("found", words.FOUND, [one.answer.found or words.EMPTY for _, _, one in rows]),
        Column("asked", words.ASKED, [one.answer.asked or words.EMPTY for _, _, one in rows]),
    ]
    return Table("not_met", words.FAILING, columns)
