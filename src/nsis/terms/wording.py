"""A text for people, in Bangla and in English, kept together so that neither is forgotten."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nsis.terms.digits import to_bangla

Language = Literal["bn", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages."""

    en: str
    bn: str

    @property
    def words(self) -> tuple[str, str]:
        """The text in English and in Bangla."""
        return self.en, self.bn

    def in_language(self, language: Language) -> str:
        """The text in `language`."""
        return self.bn if language == "bn" else self.en

    def format(self, **values: object) -> "Wording":
        """The text with its `{places}` filled; a value that is itself a Wording is taken in each language."""
        return Wording(en=self._filled(values, "en"), bn=self._filled(values, "bn"))

    def _filled(self, values: Mapping[str, object], language: Language) -> str:
        chosen = {
            name: value.in_language(language) if isinstance(value, Wording) else value
            for name, value in values.items()
        }
        return self.in_language(language).format(**chosen)

    @classmethod
    def of_each(cls, write: Callable[[Language], str]) -> "Wording":
        """The text that `write` gives for each language."""
        return cls(en=write("en"), bn=write("bn"))

    @classmethod
    def joined(cls, wordings: "Sequence[Wording]", between: str) -> "Wording":
        """Several texts as one."""
        return cls.of_each(lambda language: between.join(each.in_language(language) for each in wordings))

    @classmethod
    def of_number(cls, number: int) -> "Wording":
        """A plain number, in each language's digits."""
        return cls(en=str(number), bn=to_bangla(str(number)))
