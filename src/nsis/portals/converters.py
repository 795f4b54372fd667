"""How a month stands in an address: /employer/slips/2026-07/."""

from nsis.terms.month import Month


class MonthConverter:
    """A month written YYYY-MM, of this century."""

    regex = "20[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> Month:
        """The month; ValueError (so: no such page) for a 13th one."""
        return Month.parse(value)

    def to_url(self, value: Month) -> str:
        """The month as YYYY-MM."""
        return str(value)
