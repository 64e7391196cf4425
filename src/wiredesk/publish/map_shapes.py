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
class View:
    """One drawing of the shapes: they are scaled, then shifted by `x` and `y`; places (alpha-2) as points in its own
    units."""

    scale: float
    x: float
    y: float
    points: dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Shapes:
    """Paths (SVG's `d`) in units of the first drawing; a journey without both capitals is None. `land`, `borders` and
    `visited` are outlines (`map_paths.outline`), to be drawn at `OUTLINE_UNIT`. `views`: one for each size."""

    land: str
    borders: str
    visited: str
    lines: tuple[str | None, ...]
    views: tuple[View, ...]


@lru_cache(maxsize=64)  # a month's page, and `/visits`, which is one of them
def map_shapes(routes: tuple[tuple[str | None, str], ...], sizes: tuple[Size, ...]) -> Shapes | None:
    """The shapes for journeys between countries (alpha-2), in their order, for drawings of each width and height; None
    if no place of them is known. All sizes share the outlines: they are most of a page's bytes."""
    where = capitals()
    places = {code: where[code] for route in routes for code in route if code in where}
    if not places:
        return None
    drawn = {number: way for number, way in enumerate(lines_between(routes, where)) if way}
    import vl_convert  # 84 MB are loaded when the first map is drawn

    written = vl_convert.vega_to_svg(_spec(places, list(drawn.values()), {end for _, end in routes}, sizes))
    groups = {
        name: list(group.iter(_PATH))
        for group in ElementTree.fromstring(written).iter(_GROUP)
        for name in (group.get("class") or "").split()[2:]
    }
    lines = dict(zip(drawn, groups["lines0"], strict=True))
    return Shapes(
        land=outline(_path(groups["land0"])),
        borders=outline(_path(groups["borders0"])),
        visited=outline(_path(groups["visited0"])),
        lines=tuple(line(_path([lines[n]])) if n in lines else None for n in range(len(routes))),
        views=tuple(_view(places, groups, number) for number in range(len(sizes))),
    )


def _view(places: dict[str, Place], groups: dict[str, list[ElementTree.Element]], number: int) -> View:
    """How the shapes of the first drawing lie in another, which is the same projection: by two points of both."""
    (x, y), (_, below) = map(_point, groups["references0"])
    (to_x, to_y), (_, to_below) = map(_point, groups[f"references{number}"])
    scale = (to_below - to_y) / (below - y)
    points = dict(zip(places, map(_point, groups[f"points{number}"]), strict=True))
    rounded = {code: (round(right, 1), round(down, 1)) for code, (right, down) in points.items()}
    return View(scale=scale, x=to_x - scale * x, y=to_y - scale * y, points=rounded)


def _spec(places: dict[str, Place], lines: list[list[Place]], ends: set[str], sizes: tuple[Size, ...]) -> Any:
    """A chart in the grammar of Vega 6: the shapes in the first size, the places in each."""
    shown = [{"type": "LineString", "coordinates": line} for line in lines]
    around = {"type": "MultiPoint", "coordinates": [near for place in places.values() for near in _around(place)]}
    topology = {"values": countries()}
    cut = min(_CUTS, key=lambda one: sum(_passes(line[0], line[-1], one) for line in lines))
    fit = {"type": "GeometryCollection", "geometries": [around, *shown]}
    visited = f"indexof({sorted(ends)}, datum.id) >= 0"
    east = next(iter(places.values()))[0]
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
                "clipExtent": _seen_by(sizes),
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
            {"name": "references", "values": [{"longitude": east, "latitude": north} for north in (40, 0)]},
        ],
        "marks": [
            *(_shape(name) for name in ("land", "visited", "borders", "lines")),
            *(_symbols(name, number) for name in ("points", "references") for number in range(len(sizes))),
        ],
    }


def _seen_by(sizes: tuple[Size, ...]) -> list[list[float]]:
    """All that any size can show, in units of the first: a size of another form shows more above and below, or at the
    sides."""
    (width, height), *others = sizes
    wide = max([width, *(height * one[0] / one[1] for one in others)])
    high = max([height, *(width * one[1] / one[0] for one in others)])
    aside, above = (wide - width) / 2 + 2, (high - height) / 2 + 2
    return [[-aside, -above], [width + aside, height + above]]


def _shape(name: str) -> Any:
    """A mark of the first size."""
    return {
        "type": "shape",
        "name": f"{name}0",
        "from": {"data": name},
        "transform": [{"type": "geoshape", "projection": "earth0"}],
    }


def _symbols(name: str, number: int) -> Any:
    """Places as symbols that stand where they are projected to."""
    place = {"type": "geopoint", "projection": f"earth{number}", "fields": ["datum.longitude", "datum.latitude"]}
    return {"type": "symbol", "name": f"{name}{number}", "from": {"data": name}, "transform": [place]}


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
    return x, y
