"""Where a rule or a value comes from, and how strong that is."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from nsis.terms.digits import to_bangla
from nsis.terms.wording import Language, Wording


class Status(Enum):
    """How strong a provision is; ordered, so that `min` gives the weakest."""

    ILLUSTRATIVE = "illustrative"
    DRAFT = "draft"
    ENACTED = "enacted"

    @property
    def label(self) -> Wording:
        """The status as people read it."""
        return _LABELS[self]

    def __lt__(self, other: "Status") -> bool:
        order = list(Status)
        return order.index(self) < order.index(other)


_LABELS = {
    Status.ILLUSTRATIVE: Wording(en="illustrative, not enacted", bn="নমুনা, আইনে পরিণত নয়"),
    Status.DRAFT: Wording(en="draft", bn="খসড়া"),
    Status.ENACTED: Wording(en="enacted", bn="আইনত কার্যকর"),
}


@dataclass(frozen=True, slots=True)
class Instrument:
    """An Act, rules, order or other text that provisions stand in."""

    name: Wording
    division: Wording  # what its parts are called: section, schedule
    published_on: date
    source: str
    status: Status
    last_checked: date


@dataclass(frozen=True, slots=True)
class Provision:
    """One part of an instrument: what a rule or a value rests on."""

    instrument: Instrument
    number: str

    @property
    def status(self) -> Status:
        """The status of its instrument."""
        return self.instrument.status

    def cite(self, language: Language) -> str:
        """The provision as people cite it: `NSIS reference design, section 2.4`."""
        number = to_bangla(self.number) if language == "bn" else self.number
        name, division = self.instrument.name, self.instrument.division
        return f"{name.in_language(language)}, {division.in_language(language)} {number}"

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data: the citation and everything known about its instrument."""
        return {
            "provision": self.cite(language),
            "instrument": self.instrument.name.in_language(language),
            "status": self.status.value,
            "source": self.instrument.source,
            "published_on": self.instrument.published_on.isoformat(),
            "last_checked": self.instrument.last_checked.isoformat(),
        }

    def __str__(self) -> str:
        return self.cite("en")
