"""The shapes of a map, by Vega: land, borders, journeys as great circles, places; flat, within a rectangle.

Vega's charts are written by vl-convert, which needs no browser. The map is an Equal Earth projection, cut where the
fewest journeys pass and fitted to what it shows. The same journeys give the same shapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from wiredesk.publish.atlas import Place, capitals, countries
from wiredesk.publish.map_paths import line, outline
from wiredesk.publish.map_ways import lines_between
from wiredesk.publish.rules import MAP_MARGIN

_CUTS = (-169.0, -30.0)
"""Meridians at which a map may be cut: through the Bering Strait, and through the Atlantic."""
_PATH = "{http://www.w3.org/2000/svg}path"
_GROUP = "{http://www.w3.org/2000/svg}g"
Size = tuple[int, int]
"""Width and height of a drawing."""


@dataclass(frozen=True)
class Shapes:
    """Paths (SVG's `d`) and points in units of the drawing; a journey or place without capitals is None. `land`,
    `borders` and `visited` are outlines (`map_paths.outline`), to be drawn at `OUTLINE_UNIT`."""

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
    drawn = {number: way for number, way in enumerate(lines_between(routes, where)) if way}
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
                land=outline(_path(groups[f"land{number}"])),
                borders=outline(_path(groups[f"borders{number}"])),
                visited=outline(_path(groups[f"visited{number}"])),
                lines=tuple(line(_path([lines[n]])) if n in lines else None for n in range(len(routes))),
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
    return "".join(path.get("d", "") for path in paths)


def _point(symbol: ElementTree.Element) -> tuple[float, float]:
    x, y = (float(one) for one in symbol.get("transform", "")[len("translate(") : -1].split(","))
    return round(x, 1), round(y, 1)
