"""The ways of journeys over the earth, as points by longitude and latitude: the shortest, or one that can be seen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from wiredesk.publish.atlas import Place
from wiredesk.publish.rules import MAP_BOW, MAP_HIGHEST

_SHARES = tuple(step / 24 for step in range(25))
"""Where the points of a journey lie that is not the shortest way."""


def lines_between(routes: Sequence[tuple[str | None, str]], where: Mapping[str, Place]) -> list[list[Place] | None]:
    """A line for each journey; those between the same two countries lie beside each other."""
    drawn: dict[frozenset[str], int] = {}
    lines: list[list[Place] | None] = []
    for start, end in routes:
        if start is None or start not in where or end not in where or start == end:
            lines.append(None)
            continue
        both = frozenset((start, end))
        number = drawn.setdefault(both, 0)
        drawn[both] += 1
        a, b = sorted((start, end))
        line = _way(where[a], where[b], number)
        lines.append(line if a == start else line[::-1])
    return lines


def _way(a: Place, b: Place, number: int) -> list[Place]:
    """The way from one place to another: the shortest, or beside it where others are drawn already; none goes over a
    pole, which a flat map cannot show."""
    shortest = _bowed(a, b, 0)
    highest = max(shortest, key=lambda place: abs(place[1]))[1]
    if abs(highest) > MAP_HIGHEST:
        return _level(a, b, math.copysign(MAP_HIGHEST, highest), number)
    return [a, b] if number == 0 else _bowed(a, b, number)


def _bowed(a: Place, b: Place, number: int) -> list[Place]:
    """The shortest way, or one a little to its left or right."""
    first, last = _vector(a), _vector(b)
    angle = math.acos(max(-1.0, min(1.0, sum(map(math.prod, zip(first, last, strict=True))))))
    if angle < 1e-6 or angle > math.pi - 1e-6:
        return [a, b]
    side = tuple(one / math.sin(angle) for one in _cross(first, last))
    bow = (1 if number % 2 else -1) * math.ceil(number / 2) * MAP_BOW * angle
    line = []
    for share in _SHARES:
        along = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        off = bow * math.sin(math.pi * share)
        x, y, z = (
            (along[0] * p + along[1] * q) * math.cos(off) + s * math.sin(off)
            for p, q, s in zip(first, last, side, strict=True)
        )
        line.append((round(math.degrees(math.atan2(y, x)), 3), round(math.degrees(math.asin(max(-1, min(1, z)))), 3)))
    return line


def _level(a: Place, b: Place, highest: float, number: int) -> list[Place]:
    """An even curve that stays below a latitude, on the shorter side of the earth."""
    east, north = (b[0] - a[0] + 180) % 360 - 180, b[1] - a[1]
    rise = (highest - max(a[1], b[1], key=lambda one: one * highest)) * (1 - MAP_BOW * number)
    return [
        (
            round(a[0] + east * share, 3),
            round(a[1] + north * share + rise * math.sin(math.pi * share) * (1 - abs(north) / 180), 3),
        )
        for share in _SHARES
    ]


_Vector = tuple[float, float, float]


def _vector(place: Place) -> _Vector:
    east, north = math.radians(place[0]), math.radians(place[1])
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def _cross(a: _Vector, b: _Vector) -> _Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
