"""Made-up reports for tests of many articles: the same for the same number."""

import random
from datetime import date, timedelta

from wiredesk.types import Article, Published

_SYLLABLES = [one + two for one in "bdfglmnprst" for two in ("a", "e", "i", "o", "u", "an", "er", "ol")]
_DICE = random.Random("words")
_WORDS = ["".join(_DICE.choices(_SYLLABLES, k=_DICE.randint(1, 4))) for _ in range(6000)]


def paragraphs(seed: object, number: int = 9) -> tuple[str, ...]:
    """So many paragraphs of some twenty words each."""
    dice = random.Random(f"report {seed}")
    return tuple(" ".join(dice.choices(_WORDS, k=dice.randint(16, 24))).capitalize() + "." for _ in range(number))


def article(id_: str, body: tuple[str, ...], day: int | None = 0, **fields: object) -> Article:
    """An article of a day, counted from the first of January 2026."""
    printed = None if day is None else date(2026, 1, 1) + timedelta(days=day)
    return Article(id=id_, body=body, published=Published(value=printed), **fields)  # type: ignore[arg-type]


def stream(count: int, seed: int = 1, teasers: float = 0.1) -> list[Article]:
    """Articles in (day, id) order, twenty a day: two in five carry a report of the days before, whole, cut, with a
    paragraph of their own on top, or the last half of it; some are a summary in its first words."""
    dice = random.Random(f"stream {seed}")
    found: list[Article] = []
    reports: list[tuple[str, ...]] = []
    for number in range(count):
        id_, day = f"a{number:05}", number // 20
        recent = reports[-30:]
        if recent and dice.random() < teasers:
            found.append(article(id_, dice.choice(recent)[:1], day, teaser=True))
        elif recent and dice.random() < 0.4:
            whole = dice.choice(recent)
            cuts = (whole, whole[:5], (*paragraphs(number, 1), *whole), whole[4:])
            found.append(article(id_, dice.choice(cuts), day))
        else:
            reports.append(paragraphs(f"{seed} {number}"))
            found.append(article(id_, reports[-1], day))
    return found
