"""Makes the demonstration in a database that is ready, or goes on with one that was begun."""

from collections.abc import Sequence
from pathlib import Path

from nsis.commands.demo.careers import MONTHS
from nsis.commands.demo.filing import Filing, SentFile
from nsis.commands.demo.progress import Stages
from nsis.commands.demo.registering import (
    RegisteredEmployers,
    insured_numbers,
    register,
    registered_employers,
)
from nsis.commands.demo.world import World
from nsis.commands.demo.year import Year, months_carried
from nsis.terms.month import format_month


def make(world: World, *, stages: Stages, folder: Path | None) -> RegisteredEmployers:
    """Registers and carries what is not in the books yet; with a `folder`, writes every file there too."""
    stages.begin("Registering persons", len(world.registered))
    employers = registered_employers(world)
    if employers:
        stages.advance(len(world.registered))
    else:
        employers = register(world, stages=stages)
    stages.begin("Twelve monthly returns", world.lines)
    carried = {serial: months_carried(employer) for serial, employer in employers.items()}
    is_whole = all(len(months) == len(MONTHS) for months in carried.values())
    if is_whole and folder is None:
        stages.advance(world.lines)
        return employers
    year = Year(employers, insured_numbers(world))
    for month in MONTHS:
        for employer in world.employers:
            filing = world.filing(employer, month)
            files = filing.files(year.insured_numbers)
            if month not in carried[employer.serial]:
                year.carry(filing, files)
            if folder:
                _write(folder, filing, files)
            stages.advance(len(filing.lines), note=format_month(month, language="en"))
    return employers


def _write(folder: Path, filing: Filing, files: Sequence[SentFile]) -> None:
    """A folder a month; of several files for one month the first bears a 1 in front, and so on."""
    place = folder / str(filing.month)
    place.mkdir(parents=True, exist_ok=True)
    for at, file in enumerate(files, 1):
        (place / (f"{at}-{file.name}" if len(files) > 1 else file.name)).write_bytes(file.content)
