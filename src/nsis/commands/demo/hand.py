"""One who carries filings: draws what an employer files for a month, brings it to the door, keeps a copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.filing import Filing, SentFile, Task
from nsis.commands.demo.registering import (
    InsuredNumbers,
    RegisteredEmployers,
    insured_numbers,
    registered_employers,
)
from nsis.commands.demo.world import World
from nsis.commands.demo.year import carry


@dataclass(frozen=True)
class Hand:
    """What it takes to carry any filing of the world; a copy of each file goes to `folder`, if given."""

    world: World
    folder: Path | None
    employers: RegisteredEmployers
    insured_numbers: InsuredNumbers

    @classmethod
    def of(cls, world: World, folder: Path | None) -> Self:
        """For a world whose employers and persons are registered."""
        return cls(world, folder, registered_employers(world), insured_numbers(world))

    def carry(self, task: Task) -> int:
        """Does the task; how many lines the filing has."""
        filing = self.world.filing(self._by_serial[task.employer], task.month)
        files = filing.files(self.insured_numbers)
        if not task.is_in_books:
            carry(self.employers[task.employer], filing, files)
        if self.folder:
            _copy(self.folder, filing, files)
        return len(filing.lines)

    @cached_property
    def _by_serial(self) -> dict[int, DemonstrationEmployer]:
        return {employer.serial: employer for employer in self.world.employers}


def _copy(folder: Path, filing: Filing, files: Sequence[SentFile]) -> None:
    """A folder a month; of several files for one month the first bears a 1 in front, and so on."""
    place = folder / str(filing.month)
    place.mkdir(parents=True, exist_ok=True)
    for at, file in enumerate(files, 1):
        (place / (f"{at}-{file.name}" if len(files) > 1 else file.name)).write_bytes(file.content)
