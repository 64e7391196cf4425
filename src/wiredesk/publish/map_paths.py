"""A map's paths as SVG writes them in few bytes: each point by its distance from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wiredesk.publish.rules import OUTLINE_OFF, OUTLINE_UNIT

_STEP = re.compile(r"(?P<command>[MLZ])(?:(?P<x>-?[\d.e-]+),(?P<y>-?[\d.e-]+))?")
_Point = tuple[int, int]


def line(path: str) -> str:
    """A line, exact to a tenth of a unit; `path` holds M, L and Z alone, as Vega writes shapes."""
    written: list[str] = []
    for points, closed in _parts(path, 10):
        here = points[0]
        written.append(f"M{_tenths(here[0])},{_tenths(here[1])}")
        for point in points[1:]:
            right, down = _tenths(point[0] - here[0]), _tenths(point[1] - here[1])
            written.append(f"l{right}{'' if down.startswith('-') else ','}{down}")
            here = point
        written.append("z" if closed else "")
    return "".join(written)


def outline(path: str) -> str:
    """Coasts and borders in whole steps of `OUTLINE_UNIT`, without the points that hardly bend them and islands that
    would be none: a map of the world takes a third of the bytes. To be drawn at the scale of `OUTLINE_UNIT`."""
    written: list[str] = []
    for points, closed in _parts(path, 1 / OUTLINE_UNIT):
        kept = _bends(points, closed)
        if len(kept) < (3 if closed else 2):
            continue
        here = kept[0]
        written.append(f"M{here[0]},{here[1]}l")
        steps = [(point[0] - before[0], point[1] - before[1]) for before, point in pairwise(kept)]
        text = " ".join(f"{right},{down}" for right, down in steps)
        written.append(text.replace(",-", "-").replace(" -", "-") + ("z" if closed else ""))  # a minus parts them, too
    return "".join(written)


def _bends(points: list[_Point], closed: bool) -> list[_Point]:
    """The points without those within `OUTLINE_OFF` of the line between others that stay (Douglas and Peucker); a ring
    is parted at the point that is farthest from its first."""
    if closed and len(points) > 2:
        far = max(range(len(points)), key=lambda n: _square(points[0], points[n]))
        return _bent(points[: far + 1])[:-1] + _bent([*points[far:], points[0]])[:-1]
    return _bent(points)


def _bent(points: list[_Point]) -> list[_Point]:
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        a, b = points[first], points[last]
        off = [_off(one, a, b) for one in points[first + 1 : last]]
        most = max(range(len(off)), key=off.__getitem__)
        if off[most] > (OUTLINE_OFF / OUTLINE_UNIT) ** 2:
            middle = first + 1 + most
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [points[n] for n in sorted(kept)]


def _square(a: _Point, b: _Point) -> int:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _off(point: _Point, a: _Point, b: _Point) -> float:
    """The square of a point's distance from the line between two others."""
    whole = _square(a, b)
    if not whole:
        return _square(point, a)
    right, down = b[0] - a[0], b[1] - a[1]
    share = ((point[0] - a[0]) * right + (point[1] - a[1]) * down) / whole
    share = max(0.0, min(1.0, share))
    return (a[0] + share * right - point[0]) ** 2 + (a[1] + share * down - point[1]) ** 2


def _parts(path: str, scale: float) -> Iterator[tuple[list[_Point], bool]]:
    """Each part of a path: its points, scaled and rounded, none twice in a row, and whether it is closed."""
    points: list[_Point] = []
    for step in _STEP.finditer(path):
        if step["command"] == "Z":
            yield points, True
            points = []
            continue
        point = round(float(step["x"]) * scale), round(float(step["y"]) * scale)
        if step["command"] == "M":
            if points:
                yield points, False
            points = [point]
        elif not points or point != points[-1]:
            points.append(point)
    if points:
        yield points, False


def _tenths(number: int) -> str:
    """35 is 3.5, -5 is -.5, 30 is 3."""
    whole, tenth = divmod(abs(number), 10)
    digits = f"{whole or ''}.{tenth}" if tenth else str(whole)
    return f"-{digits}" if number < 0 else digits
