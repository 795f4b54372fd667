"""The whole report of a short run: what its files say in both languages, and the same again."""

import hashlib
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest
from tests.projection.report_findings import findings_of

from nsis.projection.report.charts import BarChart, FanChart, LineChart
from nsis.projection.report.contents import document_of
from nsis.projection.report.document import Document, Figure, Section, Table
from nsis.projection.report.drawing import draw
from nsis.projection.report.writing import write_report

pytestmark = pytest.mark.slow

# Tables that tell what others rest on, or what is known without reckoning.
WITHOUT_BASIS = {"law_values", "law_rules", "assumptions", "run"}


@pytest.fixture(scope="module")
def document() -> Document:
    """The report of twelve years."""
    return document_of(findings_of(), command="nsis project bangladesh/nsis --years 12 --out report")


@pytest.fixture(scope="module")
def folder(document, tmp_path_factory):
    """The report on disk."""
    place = tmp_path_factory.mktemp("report")
    write_report(document, place, {"seed": 1})
    return place


class Page(HTMLParser):
    """What a test asks of a page: links, places, what it loads, pictures, cells of figures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.loads: list[str] = []
        self.pictures: list[str] = []
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.in_figure = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note what the tag is."""
        found = dict(attrs)
        self.tags.add(tag)
        self.links += [found["href"]] if "href" in found else []
        self.places += [found["id"]] if "id" in found else []
        self.loads += [found["src"]] if "src" in found else []
        self.pictures += [found.get("alt", "")] if tag == "img" else []
        self.in_figure = tag == "td" and "class" not in found

    def handle_data(self, data):
        """Keep the text of a cell that holds a figure."""
        if self.in_figure and data.strip():
            self.cells.append(data)


@pytest.mark.parametrize("language", ["bn", "en"])
def test_a_page_stands_alone_and_every_link_leads_somewhere(folder, language):
    """Nothing is asked of the network, no script runs, each picture has words, each place is there once."""
    page = Page((folder / f"report.{language}.html").read_text(encoding="utf-8"))
    assert all(each.startswith("data:") for each in page.loads)
    assert not page.tags & {"script", "link", "iframe", "object"}
    assert len(page.places) == len(set(page.places))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.places)
    assert [link for link in page.links if not link.startswith("#")] == [
        f"report.{'en' if language == 'bn' else 'bn'}.html"
    ]
    assert len(page.pictures) >= 12
    assert all(len(words) > 20 for words in page.pictures)


def test_figures_are_in_the_readers_digits(folder):
    """No cell of figures in the Bangla page has a Latin digit, none in the English page a Bangla one."""
    bangla = Page((folder / "report.bn.html").read_text(encoding="utf-8")).cells
    english = Page((folder / "report.en.html").read_text(encoding="utf-8")).cells
    assert len(bangla) == len(english) > 500
    assert not [cell for cell in bangla if re.search("[0-9]", cell)]
    assert not [cell for cell in english if re.search("[০-৯]", cell)]


def test_every_figure_says_what_it_rests_on(document):
    """Each table of figures names rules, assumptions or equations; what it names stands in the report."""
    anchors = {anchor for table in document.tables for anchor in table.anchors}
    for table in document.tables:
        assert table.basis or table.name in WITHOUT_BASIS, table.name
        assert {ground.anchor for ground in table.basis if ground.anchor} <= anchors, table.name


def test_what_is_not_law_is_said_on_the_first_screen(document, folder):
    """The status stands above everything, and in the foot of every page of the PDF."""
    assert document.status.en.startswith("Law: illustrative, not enacted")
    for language in ("bn", "en"):
        text = (folder / f"report.{language}.html").read_text(encoding="utf-8")
        assert text.index(document.status.in_language(language)) < text.index("<main>")


def test_the_formulas_of_the_workbook_reckon_what_the_report_says(folder):
    """Each formula, reckoned from the cells that it names, gives the figure that is kept beside it."""
    tried = 0
    with zipfile.ZipFile(folder / "report.xlsx") as book:
        for name in [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]:
            cells = _cells(book.read(name))
            for formula, kept in cells.values():
                if formula:
                    assert _reckoned(formula, cells) == pytest.approx(kept, rel=1e-9, abs=1e-12), (
                        name,
                        formula,
                    )
                    tried += 1
    assert tried > 200


def test_a_spreadsheet_program_opens_the_workbook_without_repairing_it(document, folder):
    """Names, lengths and numbers are within the bounds of the format; links lead somewhere."""
    with zipfile.ZipFile(folder / "report.xlsx") as book:
        for name in [name for name in book.namelist() if name.endswith((".xml", ".rels"))]:
            ElementTree.fromstring(book.read(name))
        sheets = [each.get("name") for each in _elements(book.read("xl/workbook.xml"), "sheet")]
        assert sheets == ["contents", *(table.sheet for table in document.tables)]
        assert len({name.lower() for name in sheets}) == len(sheets)
        assert all(re.fullmatch(r"[^\[\]:*?/\\']{1,31}", name) for name in sheets)
        texts = ["".join(each.itertext()) for each in _elements(book.read("xl/sharedStrings.xml"), "si")]
        assert max(map(len, texts)) < 32767
        assert not [text for text in texts if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)]
        for name in [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]:
            sheet = book.read(name)
            assert all(len(each.text) <= 8192 for each in _elements(sheet, "f"))
            assert not [
                each.text for each in _elements(sheet, "v") if each.text in ("nan", "inf", "-inf", None)
            ]
            links = [
                each.get("location").strip("'").partition("'!")[0] for each in _elements(sheet, "hyperlink")
            ]
            assert set(links) <= set(sheets)
            assert len(links) in (0, len(document.tables))


def test_series_hold_every_year_in_plain_units(document, folder):
    """Taka and shares as they are; the file itself says title and basis."""
    table = pq.read_table(folder / "series/cost_rates.parquet")
    assert table.column_names[:2] == ["year_en", "year_bn"]
    assert table.num_rows == 12
    rates = table.to_pydict()
    assert rates["cost_rate"] == pytest.approx(
        [spent / base for spent, base in zip(rates["spent"], rates["earnings"], strict=True)]
    )
    about = table.schema.metadata
    assert about[b"title_bn"].decode() == "ব্যয়হার ও চাঁদার হার"
    assert json.loads(about[b"basis"])[0]["cited"] == "docs/theory/accounts.md"


def test_the_manifest_tells_the_hash_of_every_file(folder):
    """What it names is there, and nothing else but itself; each file has the hash that it tells."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files == {*manifest["files"], "manifest.json"}
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_same_findings_give_the_same_bytes(document, folder, tmp_path):
    """Charts of three kinds with their tables, written twice: no date, no chance in any file."""
    kinds = (LineChart, BarChart, FanChart)
    figures = [
        next(each for section in document.sections for each in section.blocks if _has(each, kind))
        for kind in kinds
    ]
    part = Document(
        document.title, document.subtitle, document.status, [Section("a", document.title, figures)]
    )
    write_report(part, tmp_path / "once", {"seed": 1})
    write_report(part, tmp_path / "again", {"seed": 1})
    once, again = ((tmp_path / name / "manifest.json").read_bytes() for name in ("once", "again"))
    assert once == again
    whole = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    for figure in figures:  # and as in the whole
        name = f"series/{figure.table.name}.parquet"
        assert json.loads(once)["files"][name] == whole[name]


def test_a_chart_is_drawn_in_either_language(document):
    """The letters differ, and so do the outlines; there is no text for a machine's own fonts."""
    figure = next(each for section in document.sections for each in section.blocks if _has(each, LineChart))
    bangla, english = draw(figure.chart, "bn"), draw(figure.chart, "en")
    assert bangla != english
    for picture in (bangla, english):
        root = ElementTree.fromstring(picture)
        assert not list(root.iter("{http://www.w3.org/2000/svg}text"))


def test_columns_of_a_table_are_equally_long(document):
    """A table whose columns differ in length would be cut in silence."""
    for table in document.tables:
        assert len({len(column.values) for column in table.columns}) == 1, table.name
        assert isinstance(table, Table)


def _has(block, kind) -> bool:
    return isinstance(block, Figure) and isinstance(block.chart, kind)


def _elements(content: bytes, name: str) -> list:
    """The elements of that name in a part of the workbook."""
    return [each for _, each in ElementTree.iterparse(io.BytesIO(content)) if each.tag.endswith(f"}}{name}")]


def _cells(sheet: bytes) -> dict[str, tuple[str | None, float | None]]:
    """The formula and the value of each cell that holds a number."""
    found = {}
    for _, cell in ElementTree.iterparse(io.BytesIO(sheet)):
        if cell.tag.endswith("}c") and cell.get("t") in (None, "n"):
            parts = {part.tag.rpartition("}")[2]: part.text for part in cell}
            if parts.get("v"):
                found[cell.get("r")] = (parts.get("f"), float(parts["v"]))
    return found


def _reckoned(formula: str, cells) -> float:
    """The formula's value: sums, products and quotients of cells."""
    plain = re.fullmatch(r'IFERROR\((.*),""\)', formula)[1]
    values = {name: cells.get(name, (None, 0.0))[1] for name in re.findall(r"[A-Z]+[0-9]+", plain)}
    return eval(plain, {"__builtins__": {}}, values)
