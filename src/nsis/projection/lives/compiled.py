"""The kernels of the lives, by name."""

from typing import Any

from nsis.projection.inputs.kernels import compiled

_INLINED = ("lives/draws", "lives/person", "lives/market")


def kernels(name: str) -> Any:
    """The module of kernels of that name, such as `biography`, compiled."""
    return compiled(f"lives/{name}", *_INLINED)
