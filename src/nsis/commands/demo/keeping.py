"""What a data home keeps of its demonstration, for its owner only: how it was drawn, and the sign-ins."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Self

from nsis.foundation.queries import login_name_is_taken
from nsis.registry.queries import employers

PASSWORD_BYTES = 9


@dataclass(frozen=True, slots=True)
class SignIn:
    """A login name and its password."""

    login_name: str
    password: str

    @classmethod
    def new(cls, name: str) -> Self:
        """A name that is free, with a password of this installation's own."""
        names = (name if at == 1 else f"{name}{at}" for at in count(1))
        free = next(each for each in names if not login_name_is_taken(each))
        return cls(free, secrets.token_urlsafe(PASSWORD_BYTES))


@dataclass(frozen=True, slots=True)
class Kept:
    """How the demonstration was drawn, and who may sign in with a password."""

    seed: int
    share: float
    officer: SignIn
    employer: SignIn


class AnotherDemonstrationError(Exception):
    """The database holds a demonstration that was drawn otherwise, as `kept` says."""

    def __init__(self, kept: Kept) -> None:
        super().__init__(f"drawn with seed {kept.seed} and share {kept.share}")
        self.kept = kept


def keep(file: Path, *, seed: int, share: float) -> Kept:
    """What `file` holds, or what is written there for a demonstration that is about to be made.

    Raises AnotherDemonstrationError when the books were begun with another seed or share.
    """
    kept = _read(file)
    if kept and (kept.seed, kept.share) == (seed, share):
        return kept
    if kept and employers().total:
        raise AnotherDemonstrationError(kept)
    kept = Kept(seed, share, officer=SignIn.new("officer"), employer=SignIn.new("garments"))
    _write(file, kept)
    return kept


def _read(file: Path) -> Kept | None:
    if not file.exists():
        return None
    found = json.loads(file.read_text(encoding="utf-8"))
    sign_ins = {name: SignIn(**found[name]) for name in ("officer", "employer")}
    return Kept(found["seed"], found["share"], **sign_ins)


def _write(file: Path, kept: Kept) -> None:
    """0600, and whole or not at all."""
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        json.dump(asdict(kept), written, indent=2)
    draft.replace(file)
