"""The keyed indexes by which an encrypted identifier is stored and sought."""

from datetime import date

from nsis.foundation.fields import keyed_index
from nsis.registry.identifiers import canonical, nid_tail


def stored_indexes(kind: str, text: str, birth_date: date) -> tuple[bytes, bytes | None]:
    """Index of the canonical form, and of the 13-digit tail if it is an NID that has one."""
    tail = nid_tail(kind, text)
    return keyed_index(*canonical(kind, text, birth_date)), _tail_index(tail)


def sought_indexes(kind: str, text: str, birth_date: date | None = None) -> tuple[bytes | None, bytes | None]:
    """`identifier_index` and `tail_index` as match_persons seeks them.

    NID 13 is sought as NID 17 when the birth date is known, else or in vain by its tail. An NID 17 is sought
    whole: its tail alone is not enough.
    """
    canonical_kind, number = canonical(kind, text, birth_date)
    index = None if canonical_kind == "nid13" else keyed_index(canonical_kind, number)
    return index, _tail_index(nid_tail(kind, text)) if kind == "nid13" else None


def _tail_index(tail: str | None) -> bytes | None:
    return None if tail is None else keyed_index("nid_tail", tail)
