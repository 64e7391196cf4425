"""Why a line of a capture was kept or left out, in plain words, for people who ask."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.extract.body.reasons import say as say_of_pages
from wiredesk.extract.captures.capture import Run, found_run
from wiredesk.extract.captures.line_signs import APART, chosen, signs
from wiredesk.extract.rules import Rules
from wiredesk.extract.weights import weights_of

_MOST = 3  # reasons that are told of a line
_KINDS = {
    "caption": "reads as a caption", "credit": "reads as a photo credit", "byline": "reads as a byline",
    "date": "reads as a stamp", "furniture": "was taken for furniture", "list": "opens a list of other articles",
    "ending": "is a heading of what comes behind an article", "dateline": "is a dateline",
    "prose": "reads as sentences", "line": "reads as no sentence",
}  # fmt: skip
_SAID = {
    "asked": "speaks of newsletters, subscriptions or cookies", "rights": "speaks of copyright",
    "trade": "speaks of offers", "about": "speaks of the page itself", "writer": "says who the author is",
    "address": "holds an address",
}  # fmt: skip
_PLAIN = {
    "in": "stands in the stretch that holds most sentences", "over": "stands above the headline",
    "under": "stands right below the headline", "behind": "stands below the headline",
    "above": "stands above that stretch", "below": "stands behind that stretch", "asks": "ends with a question",
    "cut": "is cut short", "figure": "begins with a figure", "bullet": "begins with a bullet",
    "lower": "begins in lower case", "stamps": "stands behind another stamp or byline",
}  # fmt: skip
_STEPS = {
    "small": ("most of its words are capitalised", 3, "most of its words are in lower case"),
    "done": ("stands before or amid the text", 4, "stands behind the text"),
    "shared": ("shares few words with the text", 2, "shares its words with the text"),
    "named": ("shares no word with the headline", 1, "shares words with the headline"),
    "shorts": ("few short lines stand around it", 2, "many short lines stand around it"),
}  # fmt: skip


def say(sign: str) -> str | None:
    """A sign of `line_signs` as a clause; None for the one that all lines have."""
    name, _, rest = sign.partition(":")
    bare, first = name.rstrip("0123456789"), rest.partition(":")[0]
    if name == "all":
        return None
    if bare in _STEPS:
        low, limit, high = _STEPS[bare]
        return high if int(name[len(bare) :]) >= limit else low
    if bare == "kind":
        return _KINDS[first]
    if bare in {"prev", "next"}:
        side = "above" if bare == "prev" else "below"
        return f"nothing stands {side} it" if first == "-" else f"the line {side} it {_KINDS[first]}"
    if bare == "since":
        return f"stands below a line that {_KINDS[first]}"
    if bare == "says":
        return _SAID[first]
    return _PLAIN.get(bare) or say_of_pages(sign)


def reasons(text: str, rules: Rules) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every line of a capture, soft-wrapped ones joined, and what most spoke for what was done with it."""
    run = found_run(text, rules)
    if run.start == run.end:
        yield from ((line.text, ("no line of the page reads as a sentence",)) for line in run.lines)
        return
    found = dict(signs(run.lines, run.start, run.end, run.headline_at))
    kept = chosen(run.lines, run.start, run.end, run.headline_at)
    for at, line in enumerate(run.lines):
        yield line.text, tuple(_why(run, at, at in kept, found.get(at)))


def _why(run: Run, at: int, kept: bool, found: list[str] | None) -> list[str]:
    line = run.lines[at]
    if at == run.headline_at:
        return ["was found to be the headline"]
    if at in run.posts:
        return ["is text of a post below its clock time"]
    if line.kind in APART:
        return [_KINDS[line.kind]]
    if found is None:
        return ["stands far from the sentences of the article"]
    weights = weights_of("capture")
    told = sorted(((weights.get(sign, 0), sign) for sign in found), key=lambda one: (-abs(one[0]), one[1]))
    why = (say(sign) for weight, sign in told if weight and (weight > 0) == kept)
    return list(dict.fromkeys(clause for clause in why if clause))[:_MOST]
