"""The demonstration's three who sign in: an officer, a garment factory, one of its workers."""

from collections import Counter
from uuid import UUID

from rich.table import Table

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.keeping import Kept, SignIn
from nsis.commands.demo.registering import RegisteredEmployers
from nsis.commands.demo.workers import Worker
from nsis.commands.demo.world import World
from nsis.foundation.operations.create_user import create_user
from nsis.foundation.queries import login_name_is_taken
from nsis.registry.queries import person_by_identifier


def create_sign_ins(world: World, kept: Kept, employers: RegisteredEmployers) -> None:
    """The two who have passwords, unless they are there; the worker signs in by a one-time code."""
    factory = medium_factory(world)
    _create(kept.officer, name="প্রদর্শনী কর্মকর্তা", role="officer")
    _create(kept.employer, name=factory.name_bn, role="employer", subject_id=employers[factory.serial].id)


def sign_ins(world: World, kept: Kept) -> Table:
    """Who they are, for the terminal."""
    factory, worker = medium_factory(world), well_travelled_worker(world)
    person = person_by_identifier("nid10", worker.nid)
    table = Table(title="Sign in as", show_header=False)
    table.add_row("an officer", f"login name {kept.officer.login_name}", f"password {kept.officer.password}")
    table.add_row(
        factory.name_en, f"login name {kept.employer.login_name}", f"password {kept.employer.password}"
    )
    if person:
        born = f"born {worker.birth_date:%d/%m/%Y}; the page shows the code"
        table.add_row(worker.name_en, f"insured number {person.insured_number}", born)
    return table


def medium_factory(world: World) -> DemonstrationEmployer:
    """The garment factory in the middle by size."""
    factories = [employer for employer in world.employers if employer.sector.code == "garments"]
    return factories[len(factories) // 2]


def well_travelled_worker(world: World) -> Worker:
    """Of the factory's first workers, the one with the most employments in the year; the first if several."""
    spells = Counter(spell.worker for of_employer in world.spells.values() for spell in of_employer)
    staff = {worker.serial: worker for worker in world.registered}
    of_factory = {spell.worker.serial for spell in world.spells[medium_factory(world).serial]} & staff.keys()
    return max((staff[serial] for serial in sorted(of_factory)), key=lambda worker: spells[worker])


def _create(sign_in: SignIn, *, name: str, role: str, subject_id: UUID | None = None) -> None:
    if not login_name_is_taken(sign_in.login_name):
        create_user(
            login_name=sign_in.login_name,
            name=name,
            role=role,
            password=sign_in.password,
            subject_id=subject_id,
        )
