"""Whom a held line may be about: by its numbers first, then by its names."""

from collections.abc import Iterator

from nsis.contributions.queries.held_lines import HeldLineView
from nsis.registry import queries as registry

MOST = 10


def candidates(line: HeldLineView) -> list[registry.PersonView]:
    """Registered persons who share a number or a name with the line, the likeliest first."""
    found = {person.id: person for person in _alike(line)}
    return list(found.values())[:MOST]


def _alike(line: HeldLineView) -> Iterator[registry.PersonView]:
    numbers = (line.insured_number, line.nid, line.birth_certificate, line.passport)
    for text in (*numbers, line.name_bn, line.name_en):
        if text:
            yield from registry.find_persons(text)
