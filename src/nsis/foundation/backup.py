"""A backup of the database in one file, and its return. The keys are not in it: keep them elsewhere."""

import subprocess
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from nsis.foundation.binaries import clean_environment, find


class BackupError(Exception):
    """The backup or its return did not succeed; the message says why and what to do."""


def backup(url: str, file: Path) -> int:
    """Write the database to a new file that only its owner may read, whole or not at all; its size."""
    if file.exists():
        raise BackupError(f"{file} exists already. Name a new file.")
    draft = file.with_name(f"{file.name}.unfinished")
    try:
        draft.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        raise BackupError(f"{draft} is there from a backup that was cut short. Remove it.") from error
    try:
        _run(url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={draft}")
        draft.rename(file)
    finally:
        draft.unlink(missing_ok=True)
    return file.stat().st_size


def restore(url: str, file: Path) -> None:
    """Bring a backup into the empty database at `url`, whole or not at all."""
    if not file.is_file():
        raise BackupError(f"There is no file {file}.")
    with psycopg.connect(url) as connection:
        if connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone():
            raise BackupError(
                "This database is not empty, and a backup returns into an empty one only. "
                "Set NSIS_HOME to a new folder that holds the copy of keys.json, then restore again."
            )
    _run(
        url, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-comments", str(file)
    )


def _run(url: str, program: str, *arguments: str) -> None:
    """Run a client program of the server's version; other users of the machine do not see the password."""
    with psycopg.connect(url) as connection:
        major = connection.info.server_version // 10_000
    address: dict[str, Any] = dict(conninfo_to_dict(url))
    environment = clean_environment()
    if password := address.pop("password", None):
        environment["PGPASSWORD"] = str(password)
    command = [find(major).program(program), f"--dbname={make_conninfo(**address)}", *arguments]
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if outcome.returncode != 0:
        raise BackupError(f"{program} did not succeed: {outcome.stderr.strip()}")
