"""Brings the demonstration's employers, persons and standing employments into the register, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from nsis.commands.demo.careers import START
from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.filing import DHAKA
from nsis.commands.demo.progress import Stages
from nsis.commands.demo.sources import UPAZILA
from nsis.commands.demo.workers import Worker
from nsis.commands.demo.world import World
from nsis.registry import queries
from nsis.registry.indexes import sought_indexes
from nsis.registry.operations.match_persons import match_persons
from nsis.registry.operations.open_employments import NewEmployment, open_employments
from nsis.registry.operations.register_employer import register_employer
from nsis.registry.operations.register_establishment import register_establishment
from nsis.registry.operations.register_persons import NewPerson, register_persons

REGISTERED_AT = datetime(START.year, START.month, START.day, 9, tzinfo=DHAKA) - timedelta(days=7)
PORTION = 1_000


@dataclass(frozen=True, slots=True)
class RegisteredEmployer:
    """An employer and its one establishment, as the register knows them."""

    id: UUID
    employer_number: str
    establishment_id: UUID


type RegisteredEmployers = dict[int, RegisteredEmployer]  # by the serial in the world
type InsuredNumbers = dict[int, str]  # by the worker's serial


def registered_employers(world: World) -> RegisteredEmployers:
    """Those of the world's employers whom the register knows, found by their names."""
    serials = {employer.name_en: employer.serial for employer in world.employers}
    found: RegisteredEmployers = {}
    page = 1
    while rows := queries.employers(page=page).rows:
        for row in rows:
            if row.name_en in serials:
                [place] = queries.establishments(row.id)
                found[serials[row.name_en]] = RegisteredEmployer(row.id, row.employer_number, place.id)
        page += 1
    return found


def insured_numbers(world: World) -> InsuredNumbers:
    """The insured numbers of those who were registered at the start, found by NID.

    Whoever an officer registers later is named by NID in every return, so that files do not depend on when.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE demonstration (line int, insured_number text, identifier_index bytea, "
            "tail_index bytea) ON COMMIT DROP"
        )
        with cursor.copy("COPY demonstration FROM STDIN") as copy:
            for worker in world.registered:
                copy.write_row((worker.serial, None, *sought_indexes("nid10", worker.nid)))
        match_persons(cursor=cursor, staging="demonstration")
        cursor.execute("SELECT line, person_id FROM demonstration_person WHERE reason = ''")
        persons = dict(cursor.fetchall())
    names = queries.names_of(persons.values())
    return {serial: names[person_id].insured_number for serial, person_id in persons.items()}


@transaction.atomic
def register(world: World, *, stages: Stages) -> RegisteredEmployers:
    """Registers everyone who is known at the start. All in one transaction: killed, it leaves nothing."""
    employers = {employer.serial: _register_employer(employer) for employer in world.employers}
    numbers = _register_persons(world.registered, stages)
    open_employments(
        rows=[
            NewEmployment(
                insured_number=numbers[spell.worker.serial],
                employer_id=employers[spell.employer.serial].id,
                establishment_id=employers[spell.employer.serial].establishment_id,
                starts_on=spell.starts_on,
            )
            for spell in world.starting_spells()
        ],
        at=REGISTERED_AT,
    )
    return employers


def new_person(worker: Worker) -> NewPerson:
    """What an officer writes down of a worker."""
    return NewPerson(
        name_bn=worker.name_bn,
        name_en=worker.name_en,
        sex=worker.sex,
        birth_date=worker.birth_date,
        identifiers={"nid10": worker.nid},
        mobile=worker.mobile,
    )


def _register_employer(employer: DemonstrationEmployer) -> RegisteredEmployer:
    names = {"name_en": employer.name_en, "name_bn": employer.name_bn}
    employer_id = register_employer(**names, association=employer.sector.association, at=REGISTERED_AT)
    establishment_id = register_establishment(
        **names,
        employer_id=employer_id,
        sector=employer.sector.registry_sector,
        risk_class=employer.sector.risk_class,
        upazila=UPAZILA,
        at=REGISTERED_AT,
    )
    registered = queries.employer(employer_id)
    if registered is None:
        raise LookupError(f"{employer.name_en} was registered and is not there")
    return RegisteredEmployer(employer_id, registered.employer_number, establishment_id)


def _register_persons(workers: Sequence[Worker], stages: Stages) -> InsuredNumbers:
    numbers: InsuredNumbers = {}
    for start in range(0, len(workers), PORTION):
        portion = workers[start : start + PORTION]
        given = register_persons(rows=[new_person(worker) for worker in portion], at=REGISTERED_AT)
        numbers |= {worker.serial: number for worker, number in zip(portion, given, strict=True)}
        stages.advance(len(portion))
    return numbers
