"""Columns of the project's own: a month, an encrypted text, and the ids of rows."""

import os
import time
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from nsis.foundation.encryption import decrypt, encrypt, keyed_index
from nsis.terms.month import Month

if TYPE_CHECKING:
    MonthColumn = models.Field[Month | str, Month]
    TextColumn = models.Field[str | None, str]
else:
    MonthColumn = TextColumn = models.Field

__all__ = ["EncryptedTextField", "MonthField", "keyed_index", "new_id"]


def new_id() -> UUID:
    """A UUID version 7: ordered by time, so that new rows stay together in an index."""
    milliseconds = time.time_ns() // 1_000_000
    number = (milliseconds << 80) | int.from_bytes(os.urandom(10))
    number = number & ~(0xF000 << 64) | (0x7000 << 64)
    return UUID(int=number & ~(0xC000 << 48) | (0x8000 << 48))


class MonthField(MonthColumn):
    """A calendar month: `Month` in Python, in the database the date of its first day (checked there)."""

    description = "Calendar month"

    def get_internal_type(self) -> str:
        """Stored as a date."""
        return "DateField"

    def db_check(self, connection: Any) -> str:
        """The database itself refuses any other day than the first."""
        return f"EXTRACT(day FROM {connection.ops.quote_name(self.column)}) = 1"

    def from_db_value(self, value: date | None, *_: Any) -> Month | None:
        """The month of a stored first day."""
        return None if value is None else Month.of(value)

    def to_python(self, value: Any) -> Month | None:
        """A Month, or text such as "2026-07"."""
        if value is None or isinstance(value, Month):
            return value
        try:
            return Month.parse(value)
        except (TypeError, ValueError) as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> date | None:
        """The first day of a Month or of text such as "2026-07"."""
        month = self.to_python(value)
        return None if month is None else month.first_day

    def value_to_string(self, obj: models.Model) -> str:
        """Text such as "2026-07"."""
        return str(self.value_from_object(obj))


class EncryptedTextField(TextColumn):
    """A text that the database never sees: bytea there, `str` in Python. It cannot be searched or sorted."""

    description = "Encrypted text"

    def get_internal_type(self) -> str:
        """Stored as bytes."""
        return "BinaryField"

    def from_db_value(self, value: bytes | None, *_: Any) -> str | None:
        """The text; DecryptionError with a wrong key."""
        return None if value is None else decrypt(bytes(value))

    def get_prep_value(self, value: str | None) -> bytes | None:
        """A token, different each time."""
        return None if value is None else encrypt(value)

    def get_lookup(self, lookup_name: str) -> Any:
        """Only "is it there": each token differs, so equality would never be found. Use `keyed_index`."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
