"""A month's visits as a drawing: journeys from country to country, each a link to the event with its evidence.

It is plain SVG in the page's own colours; the page has the same as a table, which is what keyboards and readers use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup, escape

from wiredesk.publish.map_shapes import Shapes, Size, View, map_shapes
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
    """A map to be drawn: `title` names it, the element whose id is `described_by` says the same in words; `link` and
    `words` give a journey's address and title."""

    title: str
    described_by: str
    link: Callable[[Journey], str]
    words: Callable[[Journey], str]


def draw_maps(ways: Sequence[Journey], sizes: Mapping[str, Size], plan: Map) -> list[Markup]:
    """The drawing of some journeys in each size, whose name makes its class; none where no place is known.

    The first holds the outlines and lines; the others show them again, at their own scale.
    """
    shapes = map_shapes(tuple((one.start, one.end) for one in ways), tuple(sizes.values()))
    if shapes is None:
        return []
    pairs = zip(sizes, shapes.views, strict=True)
    return [_draw(ways, shapes, view, name, sizes[name], plan) for name, view in pairs]


def _draw(ways: Sequence[Journey], shapes: Shapes, view: View, name: str, size: Size, plan: Map) -> Markup:
    width, height = size
    visits = {code: sum(one.end == code for one in ways) for code in view.points}
    elements: list[svg.Element] = []
    if view is shapes.views[0]:
        elements += [svg.Title(text=str(escape(plan.title)), id="map-title"), *_shared(ways, shapes, plan)]
    else:
        scaled = f"translate({view.x:.1f} {view.y:.1f})scale({view.scale:.4f})"
        elements.append(svg.Use(href="#month", extra={"transform": scaled}))
    without_line = {one.end: one for one, line in zip(ways, shapes.lines, strict=True) if line is None}
    for code, (x, y) in view.points.items():
        radius = round(2.2 + 1.6 * visits[code] ** 0.5, 1) if visits[code] else 2
        disc = svg.Circle(cx=x, cy=y, r=radius, class_=["to" if visits[code] else "from"])
        elements.append(_linked(without_line[code], [disc], plan) if code in without_line else disc)
    elements += _labels(view, visits, width, height)
    made = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        width=width,
        height=height,
        class_=["map", name],
        xmlns=None,
        extra={
            "role": "img",
            "data-words": "desk",
            "aria-labelledby": "map-title",
            "aria-describedby": plan.described_by,
        },
        elements=elements,
    )
    return Markup(made.as_str())


def _shared(ways: Sequence[Journey], shapes: Shapes, plan: Map) -> list[svg.Element]:
    """What all sizes draw: the outlines and the journeys, as one."""
    outlines: list[svg.Element] = [
        _raw(shapes.land, "land"), _raw(shapes.visited, "visited"), _raw(shapes.borders, "borders"),
    ]  # fmt: skip
    scaled = {"transform": f"scale({OUTLINE_UNIT})"} if OUTLINE_UNIT != 1 else {}
    drawn = [svg.G(elements=outlines, extra=scaled), *_lines(ways, shapes, plan)]
    return [svg.G(id="month", elements=drawn)]


def _lines(ways: Sequence[Journey], shapes: Shapes, plan: Map) -> list[svg.Element]:
    """Journeys that do not take place below those that do; under each the same line, broad, that a finger can hit."""
    below: list[Course] = ["off", "ahead", "done"]
    numbered = [(f"way-{number}", one, line) for number, (one, line) in enumerate(zip(ways, shapes.lines, strict=True))]
    numbered.sort(key=lambda drawn: below.index(course(drawn[1].event)))
    return [
        _linked(one, [_broad(key, line), svg.Use(href=f"#{key}", class_=["way", course(one.event)])], plan)
        for key, one, line in numbered
        if line
    ]


def _broad(key: str, line: str) -> svg.Element:
    """A line that is drawn as its group says here, and otherwise where it is used again."""
    return svg.G(class_=["reach"], elements=[svg.Path(id=key, class_=["line"], extra={"d": line})])


def _linked(one: Journey, drawn: list[svg.Element], plan: Map) -> svg.Element:
    # The table beside the map has the same links: keys pass through it, not through a heap of lines.
    title = svg.Title(text=str(escape(plan.words(one))))
    return svg.A(href=str(escape(plan.link(one))), elements=[title, *drawn], extra={"tabindex": "-1"})


def _raw(path: str, kind: str) -> svg.Element:
    """A path that is written already."""
    return svg.Path(class_=kind.split(), extra={"d": path})


def _labels(view: View, visits: dict[str, int], width: int, height: int) -> list[svg.Element]:
    """Names of countries, the most visited first, each where it touches nothing; those without room are left out."""
    taken = [_Box(x - 4, y - 4, x + 4, y + 4) for x, y in view.points.values()]
    labels: list[svg.Element] = []
    for code in sorted(view.points, key=lambda one: (-visits[one], one)):
        text = country(code)
        long = len(text) * MAP_LABEL_WIDTH
        x, y = view.points[code]
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
