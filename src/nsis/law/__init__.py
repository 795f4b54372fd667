"""The law as small dated rules: inside a country a folder a scheme, a file a branch."""

from functools import cache

from nsis.engine.loading import load_scheme
from nsis.engine.scheme import Scheme
from nsis.engine.store import schemes_in


@cache
def scheme(name: str) -> Scheme:
    """The scheme `country/scheme`, loaded and checked once; LawRefused, with those known, if it is none."""
    return load_scheme(__name__, name)


def schemes() -> tuple[str, ...]:
    """The names of all schemes that stand here."""
    return schemes_in(__name__)
