"""The world as the map of visits needs it: land, countries, and where capitals stand (`README.md` has the licences)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
Place = tuple[float, float]
"""Longitude and latitude in degrees, in the order of GeoJSON."""


@cache
def countries() -> dict[str, Any]:
    """TopoJSON with the objects `land` and `countries`, whose ids are alpha-2 codes. Not to be changed."""
    read: dict[str, Any] = json.loads((_HERE / "countries.json").read_text(encoding="utf-8"))
    return read


@cache
def capitals() -> dict[str, Place]:
    """Where the capital of a country stands, by alpha-2 code."""
    rows = (line.split("\t") for line in (_HERE / "capitals.tsv").read_text(encoding="utf-8").splitlines())
    return {code: (float(longitude), float(latitude)) for code, latitude, longitude in rows}
