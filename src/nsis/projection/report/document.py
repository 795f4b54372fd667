"""What a report says, before it is laid out: sections of texts, figures and tables, each with its basis."""

from collections.abc import Sequence
from dataclasses import dataclass

from nsis.projection.report.charts import Chart
from nsis.projection.report.figures import Measure
from nsis.terms.wording import Wording

Cell = float | Wording


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a figure rests on: a rule, a value of the law, an assumption, an equation."""

    label: Wording
    cited: Wording
    anchor: str | None = None  # the section or row that tells more


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of a table: its heading and its values, in the order of the rows.

    `formula` says how a spreadsheet has the value from others of the row: `{benefits} / {earnings}`.
    """

    name: str
    label: Wording
    values: Sequence[Cell | None]
    measure: Measure | None = None  # None for words
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """
    Columns of equal length. The first names the rows.

    `shown` are the rows that fit on a page; a spreadsheet and the files of series have all of them.
    """

    name: str
    title: Wording
    columns: Sequence[Column]
    basis: Sequence[Ground] = ()
    note: Wording | None = None
    shown: Sequence[int] | None = None
    emphasised: Sequence[int] = ()  # rows that sum up others
    anchors: Sequence[str] = ()  # of the rows, where grounds point to them

    @property
    def sheet(self) -> str:
        """The name of its sheet in a spreadsheet, which takes 31 letters."""
        return self.name[:31]

    @property
    def unit(self) -> Wording | None:
        """The unit, where all figures of the table have the same."""
        units = {column.measure.unit for column in self.columns if column.measure is not None}
        return units.pop() if len(units) == 1 else None

    @property
    def rows_shown(self) -> Sequence[int]:
        """The places of the rows that a page has."""
        return range(len(self.columns[0].values)) if self.shown is None else self.shown


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what it shows in words, and its figures as a table."""

    chart: Chart
    alt: Wording
    table: Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one or more sentences."""

    text: Wording


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short texts."""

    texts: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class Notice:
    """What no reader may miss."""

    text: Wording


Block = Paragraph | Points | Notice | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under one heading."""

    name: str
    title: Wording
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report. `appendix` are tables that go to the spreadsheet and the files of series only."""

    title: Wording
    subtitle: Wording
    status: Wording  # what the figures are: never law
    sections: Sequence[Section]
    appendix: Sequence[Table] = ()

    @property
    def tables(self) -> list[Table]:
        """Every table, those of the figures among them, in order."""
        blocks = [block for section in self.sections for block in section.blocks]
        tables = [block.table if isinstance(block, Figure) else block for block in blocks]
        return [*(each for each in tables if isinstance(each, Table)), *self.appendix]
