"""A compiled kernel: the rules of some targets over columns of facts, in blocks of rows on all threads."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

import numba
import numpy as np
from numba.core.cpu import CPUTargetOptions
from numba.core.options import TargetOptions
from numpy.typing import NDArray

from nsis.engine.cache import load_kernel
from nsis.engine.kernel_text import Layout
from nsis.engine.store import source_of
from nsis.terms.unit import Value

# Numba sets this flag for its own parallel loops only. Columns and results never share memory; told so, the
# compiler makes vector code of the loop however many columns there are.
CPUTargetOptions.noalias = cast(Any, TargetOptions).Mapping("noalias")

BLOCK = 128 * 1024  # rows: large beside the cost of a call, small enough to share out evenly
_PAGE, _STEP = 4096, 33 * 64  # bytes; the step is in whole lines of cache and comes round only after 64

# Whatever a kernel is made of beside its own text: none that is stale is ever taken.
_MADE_WITH = f"numba {numba.__version__}\n{source_of('floats')}"

Column = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Kernel:
    """The machine's code for one structure of rules, and what goes in and out."""

    layout: Layout
    code: Any  # numba's dispatcher, compiled for exactly this layout

    @property
    def was_cached(self) -> bool:
        """Whether it was read from the cache and not compiled anew."""
        return bool(self.code.stats.cache_hits)

    def run(
        self,
        columns: Mapping[str, Column],
        values: Mapping[str, Value],
        results: Mapping[str, Column],
        *,
        threads: int | None = None,
    ) -> int:
        """
        Fill `results` from `columns` and the law's `values`; gives how many blocks have rows out of bounds.

        All columns are one-dimensional, contiguous, of one length and of the layout's types. What stands in
        the results of a row outside the bounds means nothing.
        """
        return self.fill(columns, self.constants(values), results, threads=threads)

    def constants(self, values: Mapping[str, Value]) -> list[Column]:
        """The law's values as the code takes them: the same for every call under one law."""
        scalars = np.array([values[name] for name in self.layout.scalars], np.int64)
        tables = [np.array(values[name], np.int64) for name in self.layout.tables]
        return [_read_only(each) for each in (scalars, scalars.astype(np.float64), *tables)]

    def fill(
        self,
        columns: Mapping[str, Column],
        constants: Sequence[Column],
        results: Mapping[str, Column],
        *,
        threads: int | None = None,
    ) -> int:
        """What `run` does, for whoever has the `constants` already."""
        taken = [_read_only(columns[name]) for name in self.layout.columns]
        given = [results[name] for name in self.layout.results]
        rows = len(given[0])
        if any(len(column) != rows for column in (*taken, *given)):
            raise ValueError("columns and results differ in length")

        if rows <= BLOCK:
            return int(self.code(rows, *taken, *constants, *given))

        def block(start: int, stop: int) -> int:
            inward, outward = ([column[start:stop] for column in each] for each in (taken, given))
            return int(self.code(stop - start, *inward, *constants, *outward))

        return in_blocks(block, rows, threads)


def empty_results(layout: Layout, rows: int) -> dict[str, Column]:
    """Room for the results, each begun at another place of a page, lest they fight for the same cache."""
    return {
        name: _empty(rows, np.dtype(width), _STEP * place % _PAGE)
        for place, (name, width) in enumerate(layout.results.items())
    }


def compile_kernel(text: str, layout: Layout) -> Kernel:
    """The kernel of a text, compiled now or taken from the cache."""
    return Kernel(layout, load_kernel(text, made_with=_MADE_WITH).kernel)


def in_blocks(work: Callable[[int, int], int], rows: int, threads: int | None) -> int:
    """The sum of the work on all blocks of rows, each from a start to a stop, on so many threads, or all."""
    starts = range(0, rows, BLOCK)
    threads = threads or os.cpu_count() or 1

    def block(start: int) -> int:
        return work(start, min(start + BLOCK, rows))

    if threads == 1 or len(starts) < 2:
        return sum(map(block, starts))
    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(block, starts))


def _empty(rows: int, width: np.dtype[Any], offset: int) -> Column:
    size = rows * width.itemsize
    return np.empty(size + _PAGE, np.uint8)[offset : offset + size].view(width)


def _read_only(column: Column) -> Column:
    view = column.view()
    view.flags.writeable = False
    return view
