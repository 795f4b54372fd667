"""The data home: the one folder that holds an installation's database and keys."""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SYSTEM_HOME = Path("/var/lib/nsis")
# A Unix socket's path may be 107 bytes long, so sockets live in a short folder whatever the home's name is.
SOCKET_PARENT = Path("/tmp")  # noqa: S108 the folder itself is 0700 and its owner is checked before use


@dataclass(frozen=True)
class Home:
    """A data home, by its absolute path; nothing is created until it is needed."""

    root: Path

    @classmethod
    def current(cls, environment: Mapping[str, str] = os.environ) -> "Home":
        """The home named by NSIS_HOME; else `nsis` in the user's data folder; for root a system folder."""
        if named := environment.get("NSIS_HOME"):
            return cls(Path(named).expanduser().absolute())
        if os.geteuid() == 0:
            return cls(SYSTEM_HOME)
        if data_home := environment.get("XDG_DATA_HOME"):
            return cls(Path(data_home).absolute() / "nsis")
        return cls(Path.home() / ".local/share/nsis")

    @property
    def data(self) -> Path:
        """The database server's own folder."""
        return self.root / "postgresql"

    @property
    def socket_dir(self) -> Path:
        """The short folder of the server's socket, the same for everyone who names this home."""
        digest = hashlib.sha256(os.fsencode(self.root)).hexdigest()
        return SOCKET_PARENT / f"nsis-{digest[:12]}"

    @property
    def keys_file(self) -> Path:
        """The file of the installation's keys, 0600."""
        return self.root / "keys.json"

    @property
    def log_file(self) -> Path:
        """The database server's log."""
        return self.data / "server.log"

    def create(self) -> None:
        """Create the folder if need be. Others may pass through it (the server's user must), not list it."""
        self.root.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            self.root.mkdir()
            self.root.chmod(0o711)
