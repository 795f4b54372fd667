"""A report on disk: every file under its name only when it is whole, and a manifest with the hash of each."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from nsis.projection.report.document import Document, Figure
from nsis.projection.report.drawing import draw
from nsis.projection.report.page import page_of
from nsis.projection.report.pdf import pdf_of
from nsis.projection.report.series import series_of
from nsis.projection.report.workbook import workbook_of
from nsis.terms.wording import Language

MANIFEST = "manifest.json"
GIVEN = "given"  # the folder of the texts that the run was given
LANGUAGES: tuple[Language, ...] = ("bn", "en")

Progress = Callable[[int, int], None]


def write_report(
    document: Document,
    folder: Path,
    manifest: Mapping[str, object],
    *,
    given: Mapping[str, str] | None = None,
    progress: Progress = lambda done, of: None,
) -> Path:
    """
    Write the report into the folder, which is made if need be; the path of its manifest, written last.

    The same document and manifest give the same bytes. `given` are texts that stand beside it, by file.
    `progress` is told how many files are written, and of how many. OSError where the folder cannot be
    written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    hashes: dict[str, str] = {}
    texts = {f"{GIVEN}/{name}": text.encode() for name, text in (given or {}).items()}
    total = len(texts) + len(document.tables) + 2 * len(LANGUAGES) + 1
    for name, content in chain(texts.items(), _files(document)):
        save(folder / name, content)
        hashes[name] = hashlib.sha256(content).hexdigest()
        progress(len(hashes), total)
    whole = {**manifest, "files": dict(sorted(hashes.items()))}
    save(folder / MANIFEST, (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode())
    return folder / MANIFEST


def save(path: Path, content: bytes) -> None:
    """Write a file so that it is never seen in part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _files(document: Document) -> Iterator[tuple[str, bytes]]:
    """Each file of the report, by its name in the folder."""
    for table in document.tables:
        yield f"series/{table.name}.parquet", series_of(table)
    yield "report.xlsx", workbook_of(document)
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        charts = {figure.table.name: draw(figure.chart, language) for figure in _figures(document)}
        yield (
            f"report.{language}.html",
            page_of(document, charts, language, other_name=f"report.{other}.html"),
        )
        yield f"report.{language}.pdf", pdf_of(document, charts, language)


def _figures(document: Document) -> list[Figure]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Figure)]
