"""The shapes of a map, by Vega: land, borders, journeys as great circles, places; flat, within a rectangle.

Vega's charts are written by vl-convert, which needs no browser. The map is an Equal Earth projection, cut where the
fewest journeys pass and fitted to what it shows. The same journeys give the same shapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from wiredesk.publish.atlas import Place, capitals, countries
from wiredesk.publish.map_ways import lines_between
from wiredesk.publish.rules import MAP_MARGIN

_CUTS = (-169.0, -30.0)
"""Meridians at which a map may be cut: through the Bering Strait, and through the Atlantic."""
_PATH = "{http://www.w3.org/2000/svg}path"
_GROUP = "{http://www.w3.org/2000/svg}g"
_STEP = re.compile(r"(?P<command>[MLZ])(?:(?P<x>-?[\d.e-]+),(?P<y>-?[\d.e-]+))?")
Size = tuple[int, int]
"""Width and height of a drawing."""


@dataclass(frozen=True)
class Shapes:
    """Paths (SVG's `d`) and points in units of the drawing; a journey or place without capitals is None."""

    land: str
    borders: str
    visited: str
    lines: tuple[str | None, ...]
    points: dict[str, tuple[float, float]]


@lru_cache(maxsize=64)  # a month's page, and `/visits`, which is one of them
def map_shapes(routes: tuple[tuple[str | None, str], ...], sizes: tuple[Size, ...]) -> tuple[Shapes, ...]:
    """The shapes for journeys between countries (alpha-2), in their order, for drawings of each width and height; none
    if no place of them is known."""
    where = capitals()
    places = {code: where[code] for route in routes for code in route if code in where}
    if not places:
        return ()
    drawn = {number: line for number, line in enumerate(lines_between(routes, where)) if line}
    import vl_convert  # 84 MB are loaded when the first map is drawn

    written = vl_convert.vega_to_svg(_spec(places, list(drawn.values()), {end for _, end in routes}, sizes))
    groups = {
        name: list(group.iter(_PATH))
        for group in ElementTree.fromstring(written).iter(_GROUP)
        for name in (group.get("class") or "").split()[2:]
    }
    made = []
    for number in range(len(sizes)):
        lines = dict(zip(drawn, groups[f"lines{number}"], strict=True))
        made.append(
            Shapes(
                land=_path(groups[f"land{number}"]),
                borders=_path(groups[f"borders{number}"]),
                visited=_path(groups[f"visited{number}"]),
                lines=tuple(_path([lines[n]]) if n in lines else None for n in range(len(routes))),
                points=dict(zip(places, map(_point, groups[f"points{number}"]), strict=True)),
            )
        )
    return tuple(made)


def _spec(places: dict[str, Place], lines: list[list[Place]], ends: set[str], sizes: tuple[Size, ...]) -> Any:
    """A chart in the grammar of Vega 6, with the same data drawn in each size: reading them costs most of the time."""
    shown = [{"type": "LineString", "coordinates": line} for line in lines]
    around = {"type": "MultiPoint", "coordinates": [near for place in places.values() for near in _around(place)]}
    topology = {"values": countries()}
    cut = min(_CUTS, key=lambda one: sum(_passes(line[0], line[-1], one) for line in lines))
    fit = {"type": "GeometryCollection", "geometries": [around, *shown]}
    visited = f"indexof({sorted(ends)}, datum.id) >= 0"
    return {
        "$schema": "https://vega.github.io/schema/vega/v6.json",
        "width": max(width for width, _ in sizes),
        "height": max(height for _, height in sizes),
        "padding": 0,
        "autosize": "none",
        "projections": [
            {
                "name": f"earth{number}",
                "type": "equalEarth",
                "rotate": [-180 - cut, 0],
                "precision": 0.3,
                "fit": fit,
                "extent": [[0, 0], [width, height]],
                "clipExtent": [[-2, -2], [width + 2, height + 2]],
            }
            for number, (width, height) in enumerate(sizes)
        ],
        "data": [
            {"name": "land", **topology, "format": {"type": "topojson", "feature": "land"}},
            {"name": "borders", **topology, "format": {"type": "topojson", "mesh": "countries", "filter": "interior"}},
            {
                "name": "visited",
                **topology,
                "format": {"type": "topojson", "feature": "countries"},
                "transform": [{"type": "filter", "expr": visited}],
            },
            {"name": "lines", "values": [{"type": "Feature", "geometry": one} for one in shown]},
            {"name": "points", "values": [{"longitude": east, "latitude": north} for east, north in places.values()]},
        ],
        "marks": [mark for number in range(len(sizes)) for mark in _marks(number)],
    }


def _marks(number: int) -> list[Any]:
    """The marks of one size: shapes, and the places as symbols that stand where they are projected to."""
    projection = {"projection": f"earth{number}"}
    shapes: list[Any] = [
        {
            "type": "shape",
            "name": f"{name}{number}",
            "from": {"data": name},
            "transform": [{"type": "geoshape", **projection}],
        }
        for name in ("land", "visited", "borders", "lines")
    ]
    place = {"type": "geopoint", **projection, "fields": ["datum.longitude", "datum.latitude"]}
    return [*shapes, {"type": "symbol", "name": f"points{number}", "from": {"data": "points"}, "transform": [place]}]


def _around(place: Place) -> list[Place]:
    """What must be seen beside a place, so that one knows where it lies."""
    east, north = place
    return [(east + x, max(-85.0, min(85.0, north + y))) for x, y in MAP_MARGIN]


def _passes(a: Place, b: Place, meridian: float) -> bool:
    """Whether the shorter way between two places passes a meridian."""
    way = (b[0] - a[0] + 180) % 360 - 180
    to = (meridian - a[0] + 180) % 360 - 180
    return way != 0 and 0 < to / way < 1


def _path(paths: Sequence[ElementTree.Element]) -> str:
    """Paths as one, in tenths of a unit, each point as its distance from the one before: half as long."""
    written: list[str] = []
    here = 0, 0
    for step in _STEP.finditer("".join(path.get("d", "") for path in paths)):
        if step["command"] == "Z":
            written.append("z")
            continue
        point = round(float(step["x"]) * 10), round(float(step["y"]) * 10)
        if step["command"] == "M":
            written.append(f"M{_tenths(point[0])},{_tenths(point[1])}")
        elif point != here:
            right, down = _tenths(point[0] - here[0]), _tenths(point[1] - here[1])
            written.append(f"l{right}{'' if down.startswith('-') else ','}{down}")
        here = point
    return "".join(written)


def _tenths(number: int) -> str:
    """35 is 3.5, -5 is -.5, 30 is 3."""
    whole, tenth = divmod(abs(number), 10)
    digits = f"{whole or ''}.{tenth}" if tenth else str(whole)
    return f"-{digits}" if number < 0 else digits


def _point(symbol: ElementTree.Element) -> tuple[float, float]:
    x, y = (float(one) for one in symbol.get("transform", "")[len("translate(") : -1].split(","))
    return round(x, 1), round(y, 1)
