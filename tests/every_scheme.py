"""Every scheme, as the parameter of a test: those of others than the NSIS are left to the long run."""

import pytest

from nsis.law import schemes

NSIS = "bangladesh/nsis"


def every_scheme():
    """The names."""
    return [pytest.param(name, marks=marks_of(name)) for name in schemes()]


def marks_of(scheme):
    """What a test of the scheme is marked with."""
    return () if scheme == NSIS else pytest.mark.slow
