"""The engine's only writing of files: generated kernels, each under the hash of its text, compiled once."""

import fcntl
import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Lock
from types import ModuleType

_one_at_a_time = Lock()  # a module is known by its name before it has run


def cache_folder() -> Path:
    """`NSIS_CACHE`, or `nsis` in the user's cache; a temporary folder if that cannot be written to."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(os.environ.get("NSIS_CACHE") or Path(home) / "nsis")
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder if os.access(folder, os.W_OK | os.X_OK) else _temporary_folder()


def load_kernel(text: str, *, made_with: str) -> ModuleType:
    """The module of a generated text; whatever else it depends on, such as the compiler, is `made_with`."""
    name = f"kernel_{hashlib.sha256(f'{made_with}\n{text}'.encode()).hexdigest()[:24]}"
    with _one_at_a_time:
        if name not in sys.modules:
            path = cache_folder() / f"{name}.py"
            _write_once(path, text)
            with _alone(path):
                _import(name, path)
        return sys.modules[name]


def _write_once(path: Path, text: str) -> None:
    """A file that stands whole is never touched again: its age is part of what is compiled from it."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Of processes that want one kernel at once, one compiles it, and the others find it in the cache."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _import(name: str, path: Path) -> None:
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no module")
    sys.modules[name] = module_from_spec(spec)  # what was compiled looks for its module by name
    try:
        spec.loader.exec_module(sys.modules[name])
    except BaseException:
        del sys.modules[name]
        raise


@cache
def _temporary_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="nsis-kernels-"))
