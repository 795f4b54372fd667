"""The installation's keys: one for Django's signatures, one for look-ups, and those that encrypt.

They come from NSIS_KEYS (the JSON itself) or from the home's `keys.json`, 0600. A backup of the database does
not hold them: without them encrypted values cannot be read.
"""

import base64
import functools
import hashlib
import json
import os
import secrets
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from nsis.foundation.home import Home

KEY_BYTES = 32


class KeysError(Exception):
    """The keys are missing, unsafe or unreadable; the message says what to do."""


@dataclass(frozen=True)
class Keys:
    """All keys. `encryption` is newest first: the first encrypts, every one of them decrypts."""

    secret: str
    index: bytes
    encryption: tuple[bytes, ...]

    @property
    def fingerprint(self) -> bytes:
        """What a database remembers of the index key, so that it is never used with another's keys."""
        return hashlib.sha256(b"nsis index key\0" + self.index).digest()

    def as_json(self) -> str:
        """The text that NSIS_KEYS or the keys file holds."""
        index, *encryption = (base64.b64encode(key).decode() for key in (self.index, *self.encryption))
        return json.dumps({"secret": self.secret, "index": index, "encryption": encryption}, indent=2)

    @classmethod
    def of_json(cls, text: str, *, place: str) -> "Keys":
        """Read what `as_json` wrote; `place` is named in the KeysError when it cannot be read."""
        try:
            parts = json.loads(text)
            index, *encryption = (
                base64.b64decode(key, validate=True) for key in [parts["index"], *parts["encryption"]]
            )
            keys = cls(str(parts["secret"]), index, tuple(encryption))
        except (ValueError, KeyError, TypeError) as error:
            raise KeysError(
                f"The keys in {place} cannot be read ({error}). Restore your copy of them."
            ) from error
        if (
            not encryption
            or index in encryption
            or any(len(key) != KEY_BYTES for key in [index, *encryption])
        ):
            raise KeysError(
                f"The keys in {place} must be of {KEY_BYTES} bytes, and the index key none of the others."
            )
        return keys


def generate() -> Keys:
    """New random keys."""
    return Keys(secrets.token_urlsafe(50), secrets.token_bytes(KEY_BYTES), (secrets.token_bytes(KEY_BYTES),))


def rotate(keys: Keys) -> Keys:
    """The same keys with a new one in front that encrypts from now on; the older ones still decrypt."""
    return replace(keys, encryption=(secrets.token_bytes(KEY_BYTES), *keys.encryption))


def load(home: Home) -> Keys | None:
    """The keys of this home, or None when it has none yet."""
    if given := os.environ.get("NSIS_KEYS"):
        return Keys.of_json(given, place="NSIS_KEYS")
    if not home.keys_file.exists():
        return None
    _refuse_if_others_may_read(home.keys_file)
    return Keys.of_json(home.keys_file.read_text(), place=str(home.keys_file))


def save(home: Home, keys: Keys) -> None:
    """Write the keys file whole or not at all, readable by its owner only."""
    home.create()
    draft = home.keys_file.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(keys.as_json())
        file.flush()
        os.fsync(file.fileno())
    draft.replace(home.keys_file)


@functools.cache
def current() -> Keys:
    """The keys of the current home, read once a process; KeysError if there are none."""
    home = Home.current()
    if keys := load(home):
        return keys
    raise KeysError(
        f"There are no keys in {home.root}. Run `nsis db init`, or restore your copy of keys.json."
    )


def _refuse_if_others_may_read(path: Path) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        raise KeysError(f"Others may read {path} (mode {mode:04o}). Run: chmod 600 '{path}'")
