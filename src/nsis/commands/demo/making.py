"""Makes the demonstration in a database that is ready, or goes on with one that was begun."""

from pathlib import Path

from nsis.commands.demo.careers import MONTHS
from nsis.commands.demo.crew import crew
from nsis.commands.demo.filing import Task
from nsis.commands.demo.progress import Stages
from nsis.commands.demo.registering import RegisteredEmployers, register, registered_employers
from nsis.commands.demo.world import World
from nsis.commands.demo.year import months_carried
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
    in_books = {serial: months_carried(employer) for serial, employer in employers.items()}
    if folder is None and all(len(months) == len(MONTHS) for months in in_books.values()):
        stages.advance(world.lines)
        return employers
    with crew(world, folder) as carry:
        for month in MONTHS:
            tasks = [Task(serial, month, month in months) for serial, months in in_books.items()]
            for lines in carry(tasks):
                stages.advance(lines, note=format_month(month, language="en"))
    return employers
