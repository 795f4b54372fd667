"""Reads of the registry: plain frozen values, and None where there is nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q, QuerySet

from nsis.registry.identifiers import is_identifier, is_insured_number, kind_of_nid, normalise
from nsis.registry.indexes import sought_indexes
from nsis.registry.models import Employer, Employment, Establishment, Identifier, Person, Upazila
from nsis.registry.names import clean_name
from nsis.terms.month import Month

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class UpazilaView:
    """An upazila or city thana with its district and division."""

    bbs_code: str
    name_bn: str
    name_en: str
    district_bn: str
    district_en: str
    division_bn: str
    division_en: str


@dataclass(frozen=True, slots=True)
class EmployerView:
    """An employer; `association` is a key of `sectors.ASSOCIATIONS`."""

    id: UUID
    employer_number: str
    name_bn: str
    name_en: str
    association: str
    mobile: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """One page of employers, and how many there are on all."""

    rows: list[EmployerView]
    total: int


@dataclass(frozen=True, slots=True)
class EstablishmentView:
    """A place of work; `sector` is a key of `sectors.SECTORS`, `upazila` a BBS code."""

    id: UUID
    employer_id: UUID
    name_bn: str
    name_en: str
    sector: str
    risk_class: int
    upazila: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """An insured person; `sex` is f, m or x."""

    id: UUID
    insured_number: str
    name_bn: str
    name_en: str
    sex: str
    birth_date: date
    mobile: str | None


@dataclass(frozen=True, slots=True)
class Names:
    """By what a person is shown in a list."""

    insured_number: str
    name_bn: str
    name_en: str


@dataclass(frozen=True, slots=True)
class EmployeeView:
    """A person's spell with an employer, half-open; without an end it is still running."""

    employment_id: UUID
    person_id: UUID
    insured_number: str
    name_bn: str
    name_en: str
    establishment_id: UUID
    starts_on: date
    ends_on: date | None


def upazila(code: str) -> UpazilaView | None:
    """The upazila of a BBS code of six digits."""
    row = Upazila.objects.filter(bbs_code=code).values().first()
    return UpazilaView(**row) if row else None


def employer(employer_id: UUID) -> EmployerView | None:
    """An employer by id."""
    return _employer(Employer.objects.filter(id=employer_id))


def employer_by_number(number: str) -> EmployerView | None:
    """An employer by number, as a person may write it."""
    return _employer(Employer.objects.filter(employer_number=normalise("employer_number", number)))


def employers(*, search: str = "", page: int = 1) -> EmployerPage:
    """A page (from 1) of the employers whose number is `search` or whose name holds it, by number."""
    text = clean_name(search)
    number = normalise("employer_number", search)
    found = Employer.objects.order_by("employer_number")
    if text:
        found = found.filter(
            Q(name_bn__icontains=text) | Q(name_en__icontains=text) | Q(employer_number=number)
        )
    start = (page - 1) * PAGE_SIZE
    return EmployerPage([_employer_view(row) for row in found[start : start + PAGE_SIZE]], found.count())


def establishments(employer_id: UUID) -> list[EstablishmentView]:
    """An employer's places of work, the oldest first."""
    rows = Establishment.objects.filter(employer_id=employer_id).order_by("id")
    return [
        EstablishmentView(
            row.id, row.employer_id, row.name_bn, row.name_en, row.sector, row.risk_class, row.upazila_id
        )
        for row in rows
    ]


def employees(employer_id: UUID, month: Month) -> list[EmployeeView]:
    """Everyone who had at least one day with the employer in the month, by insured number."""
    rows = (
        Employment.objects.filter(
            employer_id=employer_id,
            period__overlap=DateRange(month.first_day, (month + 1).first_day),
        )
        .select_related("person")
        .order_by("person__insured_number", "period")
    )
    return [
        EmployeeView(
            row.id,
            row.person_id,
            row.person.insured_number,
            row.person.name_bn,
            row.person.name_en,
            row.establishment_id,
            row.period.lower,
            row.period.upper,
        )
        for row in rows
    ]


def spells_begun_by(employer_id: UUID, source: UUID) -> dict[UUID, UUID]:
    """Spells with an employer whose start is the word of the return `source`: their persons by their ids."""
    spells = Employment.objects.filter(employer_id=employer_id, start_told_by=source)
    return dict(spells.values_list("id", "person_id"))


def person(person_id: UUID) -> PersonView | None:
    """A person by id."""
    return _person(Person.objects.filter(id=person_id))


def person_by_insured_number(number: str) -> PersonView | None:
    """A person by insured number, as a person may write it."""
    return _person(Person.objects.filter(insured_number=normalise("insured_number", number)))


def person_by_identifier(kind: str, text: str, birth_date: date | None = None) -> PersonView | None:
    """The one person of an identifier; None also when 13 digits alone could mean several."""
    candidates = _candidates(kind, text, birth_date)
    return _person(Person.objects.filter(id__in=candidates)) if len(candidates) == 1 else None


def find_persons(text: str) -> list[PersonView]:
    """At most a page of persons: by insured number, by identifier, else by words of the name."""
    if is_insured_number(text):
        found = Person.objects.filter(insured_number=normalise("insured_number", text))
    elif kinds := _kinds_of(text):
        ids = {person_id for kind in kinds for person_id in _candidates(kind, text, None)}
        found = Person.objects.filter(id__in=ids)
    else:
        found = _named(clean_name(text).split())
    return [_person_view(row) for row in found.order_by("insured_number")[:PAGE_SIZE]]


def names_of(person_ids: Iterable[UUID]) -> dict[UUID, Names]:
    """The names of many persons, by id."""
    rows = Person.objects.filter(id__in=set(person_ids))
    return {row.id: Names(row.insured_number, row.name_bn, row.name_en) for row in rows.defer("mobile")}


def _named(words: list[str]) -> QuerySet[Person]:
    found = Person.objects.all() if words else Person.objects.none()
    for word in words:
        found = found.filter(Q(name_bn__icontains=word) | Q(name_en__icontains=word))
    return found


def _kinds_of(text: str) -> list[str]:
    """The kinds of identifier that a text could be; a word without digits is a name."""
    kinds = [kind for kind in ("birth_certificate", "passport") if is_identifier(kind, text)]
    nid = kind_of_nid(text)
    return [nid, *kinds] if nid else kinds


def _candidates(kind: str, text: str, birth_date: date | None) -> list[UUID]:
    """The persons whom an identifier can mean: by its index one, else by its tail perhaps several."""
    index, tail_index = sought_indexes(kind, text, birth_date)
    persons = Identifier.objects.values_list("person_id", flat=True).distinct()
    return list(persons.filter(index=index)) or list(persons.filter(tail_index=tail_index or b""))


def _employer(rows: QuerySet[Employer]) -> EmployerView | None:
    row = rows.first()
    return _employer_view(row) if row else None


def _employer_view(row: Employer) -> EmployerView:
    return EmployerView(
        row.id, row.employer_number, row.name_bn, row.name_en, row.association, row.mobile, row.email
    )


def _person(rows: QuerySet[Person]) -> PersonView | None:
    row = rows.first()
    return _person_view(row) if row else None


def _person_view(row: Person) -> PersonView:
    return PersonView(
        row.id, row.insured_number, row.name_bn, row.name_en, row.sex, row.birth_date, row.mobile
    )
