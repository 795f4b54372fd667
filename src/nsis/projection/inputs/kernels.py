"""The projection's kernels, compiled in the cache of kernels: the package's own folder may be read-only."""

from functools import cache
from importlib.resources import files
from types import ModuleType

import numba

from nsis.engine.cache import load_kernel

_FOLDER = files("nsis.projection")


@cache
def compiled(module: str, *inlined: str) -> ModuleType:
    """
    The functions of a module such as `scenarios/kernel`, each compiled where it is first called.

    `inlined` are the modules whose functions are compiled into them: they too decide what is stale.
    """
    made_with = "\n".join([f"numba {numba.__version__}", *map(_text, inlined)])
    return load_kernel(_text(module), made_with=made_with)


def _text(module: str) -> str:
    return _FOLDER.joinpath(f"{module}.py").read_text(encoding="utf-8")
