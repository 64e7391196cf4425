"""A month's visits as a drawing: journeys from country to country, each a link to the event with its evidence.

It is plain SVG in the page's own colours; the page has the same as a table, which is what keyboards and readers use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup, escape

from wiredesk.publish.map_shapes import Shapes, Size, map_shapes
from wiredesk.publish.rules import MAP_LABEL_WIDTH, OUTLINE_UNIT
from wiredesk.publish.visits import Course, Journey, course
from wiredesk.publish.words import country

_LABEL_HEIGHT = 13


@dataclass(frozen=True)
class _Box:
    """A rectangle that a label or place takes."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, kw_only=True)
class Map:
    """A map to be drawn: `title` and `said` describe it, `link` and `words` give a journey's address and title."""

    title: str
    said: str
    link: Callable[[Journey], str]
    words: Callable[[Journey], str]


def draw_maps(ways: Sequence[Journey], sizes: Mapping[str, Size], plan: Map) -> list[Markup]:
    """The drawing of some journeys in each size, whose name makes its ids and class; none where no place is known."""
    found = map_shapes(tuple((one.start, one.end) for one in ways), tuple(sizes.values()))
    return [_draw(ways, shapes, name, sizes[name], plan) for name, shapes in zip(sizes, found, strict=False)]


def _draw(ways: Sequence[Journey], shapes: Shapes, name: str, size: Size, plan: Map) -> Markup:
    width, height = size
    visits = {code: sum(one.end == code for one in ways) for code in shapes.points}
    elements: list[svg.Element] = [
        svg.Title(text=str(escape(plan.title)), id=f"{name}-map"),
        svg.Desc(text=str(escape(plan.said)), id=f"{name}-said"),
        svg.G(
            elements=[_raw(shapes.land, "land"), _raw(shapes.visited, "visited"), _raw(shapes.borders, "borders")],
            extra={"transform": f"scale({OUTLINE_UNIT})"},
        ),
        *_lines(ways, shapes, plan),
    ]
    for code, (x, y) in shapes.points.items():
        radius = round(2.2 + 1.6 * visits[code] ** 0.5, 1) if visits[code] else 2
        disc = svg.Circle(cx=x, cy=y, r=radius, class_=["to" if visits[code] else "from"])
        here = [one for one in ways if one.end == code]
        elements.append(_linked(here[0], [disc], plan) if len({one.key for one in here}) == 1 else disc)
    elements += _labels(shapes, visits, width, height)
    made = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        width=width,
        height=height,
        class_=["map", name],
        xmlns=None,
        extra={
            "role": "img",
            "data-words": "desk",
            "aria-labelledby": f"{name}-map",
            "aria-describedby": f"{name}-said",
        },
        elements=elements,
    )
    return Markup(made.as_str())


def _lines(ways: Sequence[Journey], shapes: Shapes, plan: Map) -> list[svg.Element]:
    """Journeys that do not take place below those that do; under each a broad one that a finger can hit."""
    below: list[Course] = ["off", "ahead", "done"]
    drawn = sorted(zip(ways, shapes.lines, strict=True), key=lambda pair: below.index(course(pair[0].event)))
    return [
        _linked(one, [_raw(line, "reach"), _raw(line, f"way {course(one.event)}")], plan) for one, line in drawn if line
    ]


def _linked(one: Journey, drawn: list[svg.Element], plan: Map) -> svg.Element:
    # The table beside the map has the same links: keys pass through it, not through a heap of lines.
    title = svg.Title(text=str(escape(plan.words(one))))
    return svg.A(href=str(escape(plan.link(one))), elements=[title, *drawn], extra={"tabindex": "-1"})


def _raw(path: str, kind: str) -> svg.Element:
    """A path that is written already."""
    return svg.Path(class_=kind.split(), extra={"d": path})


def _labels(shapes: Shapes, visits: dict[str, int], width: int, height: int) -> list[svg.Element]:
    """Names of countries, the most visited first, each where it touches nothing; those without room are left out."""
    taken = [_Box(x - 4, y - 4, x + 4, y + 4) for x, y in shapes.points.values()]
    labels: list[svg.Element] = []
    for code in sorted(shapes.points, key=lambda one: (-visits[one], one)):
        text = country(code)
        long = len(text) * MAP_LABEL_WIDTH
        x, y = shapes.points[code]
        for left, base in ((x + 7, y + 4), (x - 7 - long, y + 4), (x - long / 2, y - 8), (x - long / 2, y + 17)):
            box = _Box(left, base - _LABEL_HEIGHT + 3, left + long, base + 3)
            within = box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
            if within and not any(box.touches(one) for one in taken):
                taken.append(box)
                anchor = "end" if left < x - long else "middle" if left < x else "start"
                at = {"start": left, "middle": x, "end": left + long}[anchor]
                kind = "label" if visits[code] else "label home"
                labels.append(
                    svg.Text(x=round(at, 1), y=round(base, 1), class_=[*kind.split(), anchor], text=str(escape(text)))
                )
                break
    return labels
