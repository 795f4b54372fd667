"""The law over a Parquet file, piece by piece, so that a file may be larger than memory."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from nsis.engine.compute import Computation, Computed

PIECE = 1_000_000  # rows


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows there were, and how many faults the rejected ones have."""

    rows: int
    kept: int
    faults: int


def compute_file(
    computation: Computation,
    source: Path,
    result: Path,
    *,
    rejected: Path,
    progress: Callable[[int, int], None],
) -> Counted:
    """
    The targets for every row of `source`, written to `result`; faults to `rejected` where there are any.

    A file takes its name only when it is whole. `progress` is told how many rows are done, out of how many.
    OSError or pyarrow's ArrowInvalid for a file that cannot be read as Parquet.
    """
    with pq.ParquetFile(source) as file, _Writer(result) as results, _Writer(rejected) as rejects:
        total, done, kept, faults = file.metadata.num_rows, 0, 0, 0
        for batch in file.iter_batches(batch_size=PIECE):
            computed = computation.of(pa.Table.from_batches([batch]), first_row=done + 1)
            done, kept = done + batch.num_rows, kept + computed.table.num_rows
            faults += computed.rejected.num_rows
            _write(computed, results, rejects)
            progress(done, total)
        if not done:
            _write(computation.of(file.schema_arrow.empty_table()), results, rejects)
        results.note("nsis.law_version", " ".join(computation.versions))
    return Counted(done, kept, faults)


def types_in(source: Path) -> dict[str, str]:
    """The columns of a Parquet file that hold whole numbers or lists, with the types that kernels take."""
    narrow = {
        field.name: str(field.type) if pa.types.is_signed_integer(field.type) else "int64"
        for field in pq.read_schema(source)
        if pa.types.is_integer(field.type)
    }
    lists = [field.name for field in pq.read_schema(source) if pa.types.is_nested(field.type)]
    return narrow | dict.fromkeys(lists, "int64")


def _write(computed: Computed, results: "_Writer", rejects: "_Writer") -> None:
    results.write(computed.table.replace_schema_metadata())
    if computed.rejected.num_rows:
        rejects.write(computed.rejected)


class _Writer:
    """A Parquet file that is opened by its first table, and stands under its name only when it is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(f"{path.name}.part")
        self.files = ExitStack()
        self.writer: pq.ParquetWriter | None = None

    def write(self, table: pa.Table) -> None:
        if self.writer is None:
            self.writer = self.files.enter_context(pq.ParquetWriter(self.part, table.schema))
        self.writer.write_table(table)

    def note(self, key: str, value: str) -> None:
        """Say something about the whole file."""
        if self.writer is not None:
            self.writer.add_key_value_metadata({key: value})

    def __enter__(self) -> "_Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.files.close()
        if kind is not None:
            self.part.unlink(missing_ok=True)
        elif self.writer is not None:
            self.part.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)  # of an earlier run, which had something to say
