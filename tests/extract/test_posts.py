"""Live pages: posts are read whole, whatever signs them; an article above a list with clock times is no live page."""

import pytest

from wiredesk.extract import extract
from wiredesk.types import Page

POSTS = (
    ("18:42", "Ines Tolland", "Ferry ramp is closed for the night",
     "The harbour office says the ramp will stay closed until at least six, when divers are to look at the piles."),
    ("17:15", "Bram Oyelaran", "Buses stand in for the ferry",
     "Coaches will leave from the bus station every forty minutes, and ferry tickets are valid on all of them."),
    ("16:30", "Orla Fenwick", "",
     "Power is out in the streets around the quay. Crews have been sent from Wickham, the grid operator said."),
    ("14:10", "Bram Oyelaran", "", "The storm has reached Brackwater."),
)  # fmt: skip
HEADLINE = "Storm live: Brackwater ferry ramp closed"
OPENING = "The storm that reached Brackwater on Tuesday has closed its ferry ramp and cut the power around the quay."
WANTED = [OPENING, *(text for _, _, heading, told in POSTS for text in (heading, told) if text)]

CAPTURED = {
    "name above the clock": "{name}\n{clock}\n\n{heading}\n\n{told}",
    "name below the clock": "{clock}\n{name}\n\n{heading}\n\n{told}",
    "name behind the post": "{clock} GMT\n\n{heading}\n\n{told}\n\n{name}",
    "byline and a button": "{clock}\n\n{heading}\n\n{told}\n\nBy {name}\n\nShare",
    "name and role": "{clock}\n\n{heading}\n\n{told}\n\n{name}\nReporter in Brackwater",
}
MARKED = {
    "name in an element": "<article><i class=author>{name}</i><time>{clock}</time>{head}<p>{told}</p></article>",
    "name as a paragraph": "<p>{clock} GMT</p>{head}<p>{told}</p><p>{name}</p>",
    "name and role": "<div><p><b>{clock}</b></p>{head}<p>{told}</p><p>{name}, Reporter in Brackwater</p></div>",
}


@pytest.mark.parametrize("form", CAPTURED)
def test_a_captured_stream_is_read_to_its_last_post(form: str) -> None:
    posts = [
        CAPTURED[form].format(clock=clock, name=name, heading=heading, told=told)
        for clock, name, heading, told in POSTS
    ]
    top = f"{HEADLINE}\n\nBy Ines Tolland and Bram Oyelaran\nFebruary 6, 2024\n\n{OPENING}"
    article = extract(Page.text("\n\n".join([top, *posts, "About us", "© 2024 The Harbour Courier"])))
    assert list(article.body) == WANTED
    assert article.byline == ("Ines Tolland", "Bram Oyelaran")


@pytest.mark.parametrize("form", MARKED)
def test_the_stream_of_a_page_keeps_no_names_of_its_writers(form: str) -> None:
    posts = [
        MARKED[form].format(clock=clock, name=name, told=told, head=f"<h3>{heading}</h3>" if heading else "")
        for clock, name, heading, told in POSTS
    ]
    top = f"<h1>{HEADLINE}</h1><p>By Ines Tolland and Bram Oyelaran</p><p>February 6, 2024</p><p>{OPENING}</p>"
    markup = f"<html lang=en><body><main>{top}<div>{''.join(posts)}</div></main><footer>About us</footer></body></html>"
    assert list(extract(Page.html(markup.encode())).body) == WANTED


def test_an_article_above_a_list_with_clock_times_is_no_stream() -> None:
    told = (
        "The town council of Brackwater voted on Wednesday night to close the old ferry ramp, ending a long dispute.",
        "Councillors said the ramp could not be made safe without work that would cost more than the town can spend.",
        "Fishermen who use the ramp said they would ask the county to look at the vote again before the winter.",
    )
    others = [
        "18:42\nWickham library finds a lost map\nA drawer held it for seventy years.",
        "17:15\nBay school opens a new hall\nPupils moved in on Monday.",
        "16:30\nBuses to run later on Sundays\nThe county pays for a trial.",
    ]
    top = "Brackwater closes its old ferry ramp\nBy Ines Tolland\nMarch 14, 2024"
    article = extract(Page.text("\n\n".join([top, *told, *others])))
    assert article.body[:3] == told
    assert not {"Pupils moved in on Monday.", "The county pays for a trial."} & set(article.body)


def test_a_list_of_names_is_kept_where_no_author_signs_it() -> None:
    names = ("Dana Prewitt", "Kofi Marlowe", "Signe Aldercott")
    told = "The three were named on Monday by the harbour trust, which has asked for volunteers since the spring storm."
    items = "".join(f"<li>{name}</li>" for name in names)
    markup = (
        "<html lang=en><body><main><article><h1>Harbour trust names its wardens</h1><p>By Ines Tolland</p>"
        f"<p>{told}</p>"
        f"<p>These are the new wardens of the quay, the trust said in its letter to the town:</p><ul>{items}</ul>"
        f"<p>{OPENING}</p></article></main></body></html>"
    )
    body = extract(Page.html(markup.encode())).body
    assert [name for name in names if name in body] == list(names)
