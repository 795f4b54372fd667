"""Which code made a report: its version, and the hash of all that a projection runs on."""

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

PACKAGES = ("terms", "engine", "law", "projection")
KINDS = (".py", ".yaml", ".csv", ".typ", ".css", ".ttf")


@cache
def code_version() -> str:
    """`nsis <version>#<hash>`: of the text of the core's files, whoever installed them and where."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for name, content in sorted(_texts(files("nsis").joinpath(package), package)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return f"nsis {version('nsis')}#{digest.hexdigest()[:12]}"


def _texts(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            found += _texts(item, name)
        elif item.name.endswith(KINDS):
            found.append((name, item.read_bytes()))
    return found
