"""What the workers of a cluster do: each finds the law by its name, and reads what is named to it."""

import gc
import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from uuid import uuid4

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from nsis.engine.cluster_messages import cluster_refused
from nsis.engine.compute import MONTH, Computation, Computed
from nsis.engine.in_force import LawInForce
from nsis.engine.parquet import Counted
from nsis.engine.reform import Reform, apply
from nsis.engine.refusal import Refused
from nsis.engine.scheme import Scheme
from nsis.terms.fault import Fault
from nsis.terms.month import Month

ROWS = 1_000_000  # of a split: long beside the cost of a task, short enough to share out evenly
PIECE = 128 * 1024  # rows computed at a time: few enough that memory is used again while it is warm
BYTES = 256 * 1024 * 1024  # of a split or a piece where rows are long
NOTHING = Counted(rows=0, kept=0, faults=0)


@dataclass(frozen=True, slots=True)
class Split:
    """Neighbouring row groups of a Parquet file: what one task reads."""

    path: str
    name: str  # of the file, as the rejected rows give it: below the folder that was asked for
    groups: range
    first_row: int  # counted in the file, from 1
    rows: int
    size: int  # bytes, before compression


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted, said in names, so that every worker finds the law itself."""

    package: str
    scheme: str
    month: Month | None  # None: each row by the law of its column `month`
    targets: tuple[str, ...]
    compact: bool = False
    reforms: tuple[Reform, ...] = ()  # each a short text, which goes along


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task gives back: counts, the sums of the targets if they were asked for, or why it refused."""

    counted: Counted
    totals: tuple[int, ...] = ()
    refused: tuple[Fault, ...] = ()


Work = Callable[[Job, int, Split], Outcome]  # on one split, with its number


def splits_of(source: Path) -> list[Split]:
    """The splits of a Parquet file or of all in a folder; Refused unless all have the same columns."""
    source = source.resolve()
    files = [source]
    if source.is_dir():
        files = sorted(path for path in source.rglob("*.parquet") if not path.name.startswith((".", "_")))
    if not files:
        raise cluster_refused("CLUSTER-004", file=source)
    splits: list[Split] = []
    schemas: list[pa.Schema] = []
    for path in files:
        name = path.relative_to(source).as_posix() if source.is_dir() else path.name
        try:
            with pq.ParquetFile(path) as file:
                schemas.append(file.schema_arrow)
                splits += _splits_in(file.metadata, str(path), name)
        except (OSError, pa.ArrowInvalid) as error:
            raise cluster_refused("CLUSTER-005", file=path, reason=str(error).splitlines()[0]) from error
        if not schemas[-1].equals(schemas[0]):
            raise cluster_refused("CLUSTER-006", file=name, first=splits[0].name)
    return splits


@cache
def law_of(job: Job) -> Scheme | LawInForce:
    """The law of a job, as this machine holds it; LawRefused if there is none."""
    scheme = _scheme(job.package, job.scheme, job.reforms)
    return scheme if job.month is None else scheme.on(job.month)


@cache
def versions_of(job: Job) -> tuple[str, ...]:
    """The law that this machine holds: of the month, or of each month in which it changes."""
    law = law_of(job)
    if isinstance(law, LawInForce):
        return (law.version,)
    return tuple(law.on(month).version for month in law.months_of_change())


def attempt(job: Job, versions: tuple[str, ...], work: Work, numbered: tuple[int, Split]) -> Outcome:
    """
    The work on one split, if this machine holds the same law.

    A refusal is an outcome, for it would come again; any other error is Spark's to try anew.
    """
    try:
        for ours, theirs in zip_longest(versions, versions_of(job)):
            if ours != theirs:
                raise cluster_refused("CLUSTER-010", host=platform.node(), theirs=theirs, ours=ours)
        return work(job, *numbered)
    except Refused as refused:
        return Outcome(NOTHING, refused=refused.faults)
    finally:
        _settle()


def write_part(folder: Path, job: Job, number: int, split: Split) -> Outcome:
    """The rows of a split as a part of `rows`, and what is rejected of them as one of `rejected`."""
    name, kept, faults = f"part-{number:06d}.parquet", 0, 0
    with _Part(folder / "rows" / name) as rows, _Part(folder / "rejected" / name) as rejected:
        for computed in computed_pieces(job, split):
            rows.write(computed.table)
            kept, faults = kept + computed.table.num_rows, faults + computed.rejected.num_rows
            if computed.rejected.num_rows:
                file = pa.repeat(split.name, computed.rejected.num_rows)
                rejected.write(computed.rejected.add_column(0, "file", file))
        rows.note("nsis.law_version", " ".join(_computation(job).versions))
    return Outcome(Counted(split.rows, kept, faults))


def add_up(job: Job, _number: int, split: Split) -> Outcome:
    """The sums of the targets; of the columns, only facts are read."""
    kept, faults, totals = 0, 0, [0] * len(job.targets)
    for computed in computed_pieces(job, split, columns=(*law_of(job).facts, MONTH)):
        kept, faults = kept + computed.table.num_rows, faults + computed.rejected.num_rows
        for place, name in enumerate(job.targets):
            totals[place] += total_of(computed.table[name])
    return Outcome(Counted(split.rows, kept, faults), tuple(totals))


def computed_pieces(
    job: Job, split: Split, *, columns: Sequence[str] | None = None, at_most: int = PIECE
) -> Iterator[Computed]:
    """A split computed piece by piece, with all its columns or those of some names."""
    computation, row = _computation(job), split.first_row
    piece = min(at_most, max(1, split.rows * BYTES // max(1, split.size)))
    with pq.ParquetFile(split.path) as file:
        if not split.rows:
            yield computation.of(file.schema_arrow.empty_table())
        known = None if columns is None else [name for name in columns if name in file.schema_arrow.names]
        for batch in file.iter_batches(piece, row_groups=[*split.groups], columns=known, use_threads=False):
            yield computation.of(pa.Table.from_batches([batch]), first_row=row)
            row += batch.num_rows


def total_of(column: pa.ChunkedArray) -> int:
    """The exact sum, of all members where there are several; that of 64-bit numbers is taken by halves."""
    values = (column if pa.types.is_integer(column.type) else pc.list_flatten(column)).to_numpy()
    if values.dtype != np.int64:
        return int(values.sum(dtype=np.int64))
    return (int((values >> 32).sum()) << 32) + int((values & 0xFFFF_FFFF).sum())


def _splits_in(file: pq.FileMetaData, path: str, name: str) -> Iterator[Split]:
    """Row groups together until they are enough; an empty file is a split too, that its columns are kept."""
    groups = [file.row_group(place) for place in range(file.num_row_groups)]
    first, row, rows, size = 0, 1, 0, 0
    for place, group in enumerate(groups, 1):
        rows, size = rows + group.num_rows, size + group.total_byte_size
        if rows >= ROWS or size >= BYTES or place == len(groups):
            yield Split(path, name, range(first, place), row, rows, size)
            first, row, rows, size = place, row + rows, 0, 0
    if not groups:
        yield Split(path, name, range(0), 1, 0, 0)


@cache
def _scheme(package: str, name: str, reforms: tuple[Reform, ...]) -> Scheme:
    return apply(package, name, *reforms)


@cache
def _computation(job: Job) -> Computation:
    return Computation(law_of(job), job.targets, compact=job.compact, threads=1)


@cache
def _settle() -> None:
    """Once the law is loaded it stays: Spark's collection of garbage after every task need not search it."""
    gc.freeze()


class _Part:
    """A Parquet file that stands under its name whole or not at all, however often its task is run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
        self.files = ExitStack()
        self.writer: pq.ParquetWriter | None = None

    def write(self, table: pa.Table) -> None:
        table = table.replace_schema_metadata()
        if self.writer is None:
            self.writer = self.files.enter_context(pq.ParquetWriter(self.unfinished, table.schema))
        self.writer.write_table(table)

    def note(self, key: str, value: str) -> None:
        """Say something about the whole file."""
        if self.writer is not None:
            self.writer.add_key_value_metadata({key: value})

    def __enter__(self) -> "_Part":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.files.close()
        if kind is not None:
            self.unfinished.unlink(missing_ok=True)
        elif self.writer is not None:
            self.unfinished.replace(self.path)
