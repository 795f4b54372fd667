"""Serial numbers from the database: each given once, also to those who ask at the same moment."""

from typing import Literal

from django.db import connection


def next_serials(kind: Literal["insured_number", "employer_number"], count: int) -> list[int]:
    """The next `count` serials of a kind of number, in order."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT nextval('registry_{kind}_serial') FROM generate_series(1, %s)", [count])
        return [serial for (serial,) in cursor.fetchall()]
