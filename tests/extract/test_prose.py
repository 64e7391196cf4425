from __future__ import annotations

import pytest

from wiredesk.extract import extract
from wiredesk.extract.body.prose import deck_of, settled
from wiredesk.extract.pages.outline import outline_of
from wiredesk.types import Page

TEXT = [
    "The harbour of Quayville was closed on Tuesday after a tug lost her rudder in the fog, its master said.",
    "Two ferries were kept outside until the evening, and their passengers were given soup by the crews.",
    "The tug was towed to the yard of Brandt and Sons, where her rudder is to be mended by Friday morning.",
    "Nobody was hurt, the master said, and the lights of the northern mole burn again.",
]
PARAGRAPHS = "".join(f'<p class="t">{text}</p>' for text in TEXT)


def left(markup: str) -> list[str]:
    """The texts that are left of a page of which every block was chosen."""
    outline = outline_of(markup)
    return [outline.blocks[number].text for number in settled(outline, range(len(outline.blocks)))]


def test_text_ends_with_its_element() -> None:
    behind = "<div><b>Rain</b><br>Quayville 4 mm<br>Ninety crowns a month, posted anywhere.</div>"
    assert left(f"<div><div>{PARAGRAPHS}</div>{behind}</div>") == TEXT
    table = f"<table><tr><td>{PARAGRAPHS}</td><td>{behind}</td></tr><tr><td>Printed by Brandt.</td></tr></table>"
    assert left(table) == TEXT


def test_text_does_not_end_with_a_subhead() -> None:
    assert left(f"<div>{PARAGRAPHS}<h2>Get the Morning Tide</h2></div>") == TEXT


def test_line_set_as_no_other_is_left_out() -> None:
    first, *others = PARAGRAPHS.split("</p>", 1)
    vote = "<div class='lp-q'><b>What do YOU think?</b> <label>Yes</label> <label>No</label></div>"
    assert left(f"<div>{first}</p>{vote}{others[0]}</div>") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "<h3>What the master saw</h3>",
        "<div><b>What the master saw</b></div>",
        "<div>What the master saw:</div>",
        "<ul><li>What the master saw</li></ul>",
        "<div>The master saw it.</div>",
    ],
)
def test_subheads_lists_and_sentences_within_a_text_stay(line: str) -> None:
    first, others = PARAGRAPHS.split("</p>", 1)
    assert len(left(f"<div>{first}</p>{line}{others}</div>")) == len(TEXT) + 1


def test_advertisements_of_amp_pages_are_left_out() -> None:
    first, others = PARAGRAPHS.split("</p>", 1)
    assert left(f"<article>{first}</p><amp-ad><div>Advertise with us.</div></amp-ad>{others}</article>") == TEXT


def test_text_in_several_elements_is_kept_whole() -> None:
    markup = "".join(f"<section><p>{text}</p></section>" for text in TEXT)
    assert left(f"<main>{markup}</main>") == TEXT


def deck(markup: str) -> str | None:
    outline = outline_of(markup)
    return deck_of(outline, range(len(outline.blocks)))


def test_deck_stands_outside_the_element_of_the_text() -> None:
    line = "It was the third tug this year."
    assert deck(f'<main><div class="intro"><b>{line}</b></div><div>{PARAGRAPHS}</div></main>') == line
    assert deck(f"<main><h2>{line}</h2><div>{PARAGRAPHS}</div></main>") == line
    assert deck(f'<main><div><p class="intro">{line}</p>{PARAGRAPHS}</div></main>') is None
    assert deck(f"<main><div><p>{line}</p></div><div>{PARAGRAPHS}</div></main>") is None


def test_deck_below_the_stamp_is_no_part_of_the_body() -> None:
    line = "It was the third tug this year, and the pilots have had enough."
    article = extract(
        Page.html(
            "<html><body><h1>Tug without a rudder closes harbour</h1><div>Ada Brandt<br>Published 3 March 2026</div>"
            f'<div class="intro"><b>{line}</b></div><div class="text">{PARAGRAPHS}</div></body></html>'
        )
    )
    assert article.body == tuple(TEXT)
    assert article.lead in {(line,), ()}


@pytest.mark.parametrize("label", ["SEE ALSO", "Read more:", "Related:"])
def test_label_and_link_are_no_paragraph(label: str) -> None:
    first, others = PARAGRAPHS.split("</p>", 1)
    link = f'<p class="t"><span>{label}</span> <a href="/x">Boys row to the northern mole and back</a></p>'
    article = extract(Page.html(f"<html><body><h1>Tug closes harbour</h1><div>{first}</p>{link}{others}</div></body>"))
    assert article.body == tuple(TEXT)
