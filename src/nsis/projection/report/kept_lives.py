"""Lives that are done, on disk: a run that was stopped goes on from there."""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nsis.projection.lives import lives
from nsis.projection.lives.lives import Lived
from nsis.projection.lives.totals import Totals
from nsis.projection.lives.world import World
from nsis.projection.report.writing import save

FOLDER = "kept"  # beside the report
_AMOUNTS, _PERSONS = "amounts of block ", "persons of block "


@dataclass(frozen=True, slots=True)
class KeptLives:
    """One file in the report's folder, named for all that lives rest on; none where there is no folder."""

    folder: Path | None
    key: str

    def write(self, lived: Lived) -> None:
        """Keep all that is done, in place of what was kept before; OSError where it cannot be written."""
        if self.folder is None:
            return
        blocks = {f"{_AMOUNTS}{number}": array for number, array in sorted(lived.amounts.items())}
        blocks |= {f"{_PERSONS}{number}": array for number, array in sorted(lived.persons.items())}
        written = io.BytesIO()
        np.savez(written, allow_pickle=False, **lived.totals.arrays(), **blocks)
        save(self._path(self.folder), written.getvalue())

    def read(self, world: World) -> Lived:
        """What an earlier run has kept, or nothing."""
        begun = lives.begin(world)
        if self.folder is None or not self._path(self.folder).is_file():
            return begun
        with np.load(self._path(self.folder)) as kept:
            return Lived(
                begun.blocks,
                Totals(**{name: kept[name] for name in begun.totals.arrays()}),
                {int(name.removeprefix(_AMOUNTS)): kept[name] for name in kept if name.startswith(_AMOUNTS)},
                {int(name.removeprefix(_PERSONS)): kept[name] for name in kept if name.startswith(_PERSONS)},
            )

    def _path(self, folder: Path) -> Path:
        return folder / FOLDER / f"lives-{self.key}.npz"
