"""
Boxes in layers from left to right, what is used before what uses it, with few crossings.

A line that passes a layer has a place of its own in it, so that no line runs through a box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 24
GAP = 18.0  # between two boxes of a layer
LINE = 8.0  # the height that a passing line takes

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of each layer, leftmost first; the height of each middle; the lines from place to place."""

    layers: tuple[tuple[str, ...], ...]
    middles: Mapping[str, float]
    height: float
    segments: tuple[Edge, ...]

    def boxes(self, heights: Mapping[str, float]) -> Iterable[tuple[str, int, float]]:
        """Each box with its layer and its top."""
        for layer, names in enumerate(self.layers):
            yield from (
                (name, layer, self.middles[name] - heights[name] / 2) for name in names if name in heights
            )


def lay_out(heights: Mapping[str, float], edges: Sequence[Edge]) -> Layout:
    """A place for each box of the given height; the edges lead from what is used to what uses it."""
    depths = _depths(list(heights), edges)
    segments = _segments(depths, edges)
    layers = _ordered(_layers(depths), segments)
    middles = _middles(layers, segments, heights)
    least = min(middles[name] - _height(name, heights) / 2 for names in layers for name in names)
    greatest = max(middles[name] + _height(name, heights) / 2 for names in layers for name in names)
    moved = {name: middle - least for name, middle in middles.items()}
    return Layout(tuple(map(tuple, layers)), moved, greatest - least, tuple(segments))


def _depths(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """How far each is from the end: one further than the furthest that uses it."""
    depths = dict.fromkeys(reversed(names), 0)
    users: dict[str, list[str]] = {name: [] for name in names}
    for used, user in edges:
        users[used].append(user)
    for name in _users_first(names, users):
        depths[name] = max((depths[user] + 1 for user in users[name]), default=0)
    return depths


def _users_first(names: Sequence[str], users: Mapping[str, Sequence[str]]) -> list[str]:
    """The names, each after everything that uses it."""
    done: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        left = [user for user in users[name] if user not in done]
        if left:
            waiting += [name, *left]
        else:
            done[name] = None
    return list(done)


def _segments(depths: dict[str, int], edges: Sequence[Edge]) -> list[Edge]:
    """
    The edges from layer to layer, through places that are put into `depths`.

    All lines of one box share a place in a layer that they pass, and part only where they must.
    """
    segments: dict[Edge, None] = {}
    for used, user in edges:
        way = [used, *(f"{used}@{depth}" for depth in range(depths[used] - 1, depths[user], -1)), user]
        for depth, place in zip(range(depths[used], depths[user], -1), way, strict=False):
            depths.setdefault(place, depth)
        segments |= dict.fromkeys(pairwise(way))
    return list(segments)


def _layers(depths: Mapping[str, int]) -> list[list[str]]:
    deepest = max(depths.values())
    return [[name for name in depths if depths[name] == depth] for depth in range(deepest, -1, -1)]


def _ordered(layers: list[list[str]], segments: Sequence[Edge]) -> list[list[str]]:
    """Each layer sorted by the middle of its neighbours, forth and back; the best order met is kept."""
    before, after = _neighbours(layers, segments)
    best, fewest = [*map(list, layers)], _crossings(layers, after)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for layer in layers if forth else reversed(layers):
            places = {name: place for names in layers for place, name in enumerate(names)}
            neighbours = before if forth else after
            layer.sort(key=lambda name: _mean([places[other] for other in neighbours[name]], places[name]))
        crossings = _crossings(layers, after)
        if crossings < fewest:
            best, fewest = [*map(list, layers)], crossings
    return best


def _neighbours(
    layers: Sequence[Sequence[str]], segments: Sequence[Edge]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What each place is reached from, and what is reached from it."""
    before: dict[str, list[str]] = {name: [] for names in layers for name in names}
    after: dict[str, list[str]] = {name: [] for name in before}
    for used, user in segments:
        before[user].append(used)
        after[used].append(user)
    return before, after


def _crossings(layers: Sequence[Sequence[str]], after: Mapping[str, Sequence[str]]) -> int:
    """How many pairs of lines cross."""
    crossings = 0
    for layer, following in pairwise(layers):
        places = {name: place for place, name in enumerate(following)}
        ends = [place for name in layer for place in sorted(places[other] for other in after[name])]
        crossings += sum(ends[first] > end for place, end in enumerate(ends) for first in range(place))
    return crossings


def _middles(
    layers: Sequence[Sequence[str]], segments: Sequence[Edge], heights: Mapping[str, float]
) -> dict[str, float]:
    """How high each place stands: near its neighbours, as far as the others in its layer let it."""
    before, after = _neighbours(layers, segments)
    middles = {name: 0.0 for names in layers for name in names}
    for names in layers:
        middles |= _spread(names, middles, heights)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for names in layers if forth else reversed(layers):
            wanted = {
                name: _mean([middles[other] for other in (before if forth else after)[name]], middles[name])
                for name in names
            }
            middles |= _spread(names, wanted, heights)
    return middles


def _spread(
    names: Sequence[str], wanted: Mapping[str, float], heights: Mapping[str, float]
) -> dict[str, float]:
    """
    The middles nearest to those wanted that keep order and gaps.

    Without the room that each needs, this is isotonic regression: neighbours in each other's way stand
    together at their mean.
    """
    offsets = [0.0]
    for above, below in pairwise(names):
        offsets.append(offsets[-1] + (_height(above, heights) + _height(below, heights)) / 2 + GAP)
    groups: list[list[float]] = []
    for name, offset in zip(names, offsets, strict=True):
        groups.append([wanted[name] - offset])
        while len(groups) > 1 and _mean(groups[-2]) > _mean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    levels = [_mean(group) for group in groups for _ in group]
    return {name: level + offset for name, level, offset in zip(names, levels, offsets, strict=True)}


def _height(name: str, heights: Mapping[str, float]) -> float:
    return heights.get(name, LINE)


def _mean(values: Sequence[float], otherwise: float = 0.0) -> float:
    return sum(values) / len(values) if values else otherwise
