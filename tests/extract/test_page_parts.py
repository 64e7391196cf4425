"""The parts of an HTML page that stand around its text: headline, kicker, byline, sections, captions and credits."""

from __future__ import annotations

import pytest

from wiredesk.extract import extract
from wiredesk.extract.head.heading import find_heading
from wiredesk.extract.head.json_ld import read_json_ld
from wiredesk.extract.head.metadata import read_metadata
from wiredesk.extract.pages.html_page import read_fragment, read_html
from wiredesk.extract.pages.outline import outline_of
from wiredesk.extract.pictures.pictured import find_captions
from wiredesk.extract.rules import Rules
from wiredesk.types import Page

TEXT = (
    "The tug Corriente was lifted from the bed of the river on Tuesday by two cranes, the harbour office said.",
    "It had lain there for eleven years, and nobody had wanted to pay for the cranes that could lift it.",
    "Divers had found the bell of the tug in May, and the museum of the coast had asked to have the rest.",
    "The hull will be scraped and painted in the yard at Puerto Alto before it goes on show in the spring.",
)


TITLED = "<meta property=og:title content='{}'>"
FIGURE = "<figure><img src=a><figcaption>{}</figcaption></figure>"
CREDITED = "<figcaption>The tug on Tuesday. <span class=credit>Photo: Rosa Lima</span></figcaption>"
BESIDE = "<span class=the-caption>The tug on Tuesday.</span><span class=the-credit>Rosa Lima</span>"
TWO_NAMES = "<p class=byline>By <a href=/a>Ana Prado</a> and <a href=/b>Luis Tello</a></p>"
FILED = "<p><a rel='category tag' href=/h>Harbour</a><a rel=category href=/w>World</a></p>"
PATH = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"},'
    '{"@type": "ListItem", "name": "Coast"}, {"name": "Tug is raised at last"}]}</script>'
)
LISTED = (
    '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Ferry is sold", "author": "Luis Tello"},'
    '{"@type": "NewsArticle", "headline": "Tug is raised", "author": "Ana Prado"}]</script>'
)


def page(above: str, *, head: str = "", inside: str = "", below: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    return (
        f"<html><head>{head}</head><body><article>{above}<div class='story'>{inside}{text}</div></article>{below}"
        "</body></html>"
    )


# ------------------------------------------------------------------------------------------------- headline


@pytest.mark.parametrize(
    ("head", "above", "headline", "kicker"),
    [
        ("<title>Tug is raised - Alto News</title>", "<h1>Tug is raised at last</h1>", "Tug is raised at last", None),
        (TITLED.format("Tug is raised at last"), "<h1>Alto News</h1>", "Tug is raised at last", None),
        ("<title>Old tug is raised at last | Alto News</title>", "", "Old tug is raised at last", None),
        (
            TITLED.format("The tug had to go"),
            "<h1><span class=k>Opinion |</span> <span class=t>The tug had to go</span></h1>",
            "The tug had to go",
            None,
        ),
        (TITLED.format("Leave the tug where it is | Editorial"), "", "Leave the tug where it is", "Editorial"),
        (
            TITLED.format("Tug is raised at last"),
            "<div class=kicker>Harbour life</div><h1>Tug is raised at last</h1>",
            "Tug is raised at last",
            "Harbour life",
        ),
        (
            TITLED.format("Eleven years on, cranes lift tugboat: what you should know"),
            "<h1>A tugboat comes up for air</h1>",
            "A tugboat comes up for air",
            None,
        ),
    ],
)
def test_headline_is_told_from_outlet_and_kicker(head: str, above: str, headline: str, kicker: str | None) -> None:
    site = "<meta property=og:site_name content='Alto News'>"
    found = read_metadata(outline_of(page(above, head=head + site)), None).heading
    assert (found.text, found.kicker) == (headline, kicker)


def test_heading_gives_the_block_in_which_the_headline_stands() -> None:
    outline = outline_of(page("<p>Harbour</p><h1>Tug is raised at last</h1><p>By Ana Prado</p>"))
    found = find_heading(outline, ["Tug is raised at last"], None)
    assert found.number == 1
    assert found.below == 2


def test_an_entry_of_a_menu_is_no_kicker() -> None:
    menu = "<div class=site-menu><ul><li>Sport</li><li>Weather</li></ul></div>"
    outline = outline_of(page(f"{menu}<h1>Tug is raised at last</h1>"))
    assert read_metadata(outline, None).heading.kicker is None


# --------------------------------------------------------------------------------------------------- byline

NAMED = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ana Prado"}}</script>'


@pytest.mark.parametrize(
    ("head", "below", "names"),
    [
        (NAMED, "", ("Ana Prado",)),
        (NAMED, TWO_NAMES, ("Ana Prado", "Luis Tello")),
        ("", "<div class=byline>By Ana Prado</div>", ("Ana Prado",)),
        ("", "<div>By<a href=/reporters/ana-prado>Ana Prado</a></div>", ("Ana Prado",)),
        ("", "<div><a href=/author/ana-prado>Ana Prado</a> - 6 May 2004</div>", ("Ana Prado",)),
        ("<meta name=author content='Ana Prado'>", "<p class=byline>By Alto News</p>", ("Ana Prado",)),
        (NAMED, "<figure><img src=a><p class=photo-credit>By Rosa Lima</p></figure>", ("Ana Prado",)),
    ],
)
def test_byline_is_read_from_metadata_and_from_around_the_headline(
    head: str, below: str, names: tuple[str, ...]
) -> None:
    site = "<meta property=og:site_name content='Alto News'>"
    draft = read_html(page(f"<h1>Tug is raised at last</h1>{below}", head=head + site), None, Rules())
    assert draft.bylines == names


SEVERAL = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ana Prado"},'
    '{"name": "Luis Tello"}, {"name": "Rosa Lima"}]}</script>'
)


@pytest.mark.parametrize("label", ["Edited by", "Fact checked by", "Recipe tested by", "Contributions from"])
def test_those_who_did_other_work_are_no_authors(label: str) -> None:
    below = (
        "<div class=byline><span class=author>By</span> <a class=author href=/a>Ana Prado</a></div>"
        f"<div class=byline><span class=author>{label}</span> <a class=author href=/b>Luis Tello</a></div>"
        "<div class=byline><span class=author>Reviewed by Rosa Lima</span></div>"
    )
    draft = read_html(page(f"<h1>Tug is raised at last</h1>{below}", head=SEVERAL), None, Rules())
    assert draft.bylines == ("Ana Prado",)


def test_an_agency_below_the_byline_is_the_credit() -> None:
    below = "<div class=byline><div>By Ana Prado</div><div><div>Associated Press</div></div></div>"
    article = extract(Page.html(page(f"<h1>Tug is raised at last</h1>{below}", head=NAMED)))
    assert (article.byline, article.credit, article.credit_basis) == (("Ana Prado",), "AP", "stated")


def test_an_agency_above_the_byline_may_be_a_pictures() -> None:
    below = "<div><img src=a><div>Associated Press</div><div>By Ana Prado</div></div>"
    assert extract(Page.html(page(f"<h1>Tug is raised at last</h1>{below}", head=NAMED))).credit is None


def test_rights_to_a_picture_are_no_credit_of_the_text() -> None:
    line = "The tug on Tuesday. © Reuters / Rosa Lima"
    inside = f"<footer class=media><img src=a><div class=media-caption>{line}</div></footer>"
    article = extract(Page.html(page("<h1>Tug is raised at last</h1>", inside=inside)))
    assert (article.credit, article.captions[0].credit) == (None, "Reuters / Rosa Lima")


def test_dateline_and_closing_line_count_where_the_choice_of_blocks_leaves_them_out() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    markup = f"<h1>Tug is raised at last</h1><div><p>LIMA, PERU</p>{text}<p class=tool>Source: EFE</p></div>"
    article = extract(Page.html(f"<html><body>{markup}</body></html>"))
    assert article.dateline is not None
    assert (article.dateline.place, article.credit, article.body) == ("Lima", "EFE", TEXT)


def test_those_who_comment_and_those_of_other_articles_are_no_authors() -> None:
    below = (
        "<div class=comments><div class=comment><b class=comment-author>Rosa Lima</b><p>At last</p></div></div>"
        "<aside class=related><ul><li><a href=/x>Ferry sold</a><span class=author>Luis Tello</span></li></ul></aside>"
    )
    assert read_html(page("<h1>Tug is raised at last</h1>", below=below), None, Rules()).bylines == ()


# ------------------------------------------------------------------------------------------------- captions


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        (FIGURE.format("The tug on Tuesday."), "The tug on Tuesday."),
        ("<div class=wp-caption><img src=a><p class=wp-caption-text>The tug, up.</p></div>", "The tug, up."),
        (f"<figure><img src=a>{CREDITED}</figure>", "The tug on Tuesday. (Photo: Rosa Lima)"),
        (f"<div class=pic><img src=a>{BESIDE}</div>", "The tug on Tuesday. (Photo: Rosa Lima)"),
        ("<div><img src=a></div><p>The tug, up. (AP Photo/Rosa Lima)</p>", "The tug, up. (AP Photo/Rosa Lima)"),
        ("<p>FILE - A tug in 1998. (AP Photo/Rosa Lima)</p>", "FILE - A tug in 1998. (AP Photo/Rosa Lima)"),
        ("<div><img src=a><div>The tug hangs from two cranes.</div></div>", "The tug hangs from two cranes."),
        (FIGURE.format("1 of 3 The tug on Tuesday."), "The tug on Tuesday."),
    ],
)
def test_captions_and_their_credits_are_told_by_what_holds_the_picture(markup: str, caption: str) -> None:
    draft = read_html(page("<h1>Tug is raised at last</h1>", inside=markup), None, Rules())
    assert draft.captions == (caption,)
    assert draft.paragraphs == TEXT


LINE = "The tug Corriente in the port of Puerto Alto on Tuesday."
TOLD = f"<img src=a alt='{LINE}'>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=x1><div class=x2>{LINE}</div><figcaption>Rosa Lima // Getty Images</figcaption></div>",
        f"<div class=x1>{LINE} Credit: The pilots of the coast.</div>",
        f"<div>{TOLD}<p>{LINE}</p></div>",
        f"<div>{TOLD}</div><h2>{LINE}</h2>",
        f"<div>{TOLD}</div><div><h2>The tug Corriente lies in the port.</h2><p>{LINE}</p></div>".replace(
            f"'{LINE}'", "'The tug Corriente lies in the port.'"
        ),
        f"<div class=player><h3 class=video-title>{LINE}</h3></div>",
    ],
)
def test_line_of_a_picture_without_its_mark_is_no_text(markup: str) -> None:
    middle = f"<p>{TEXT[0]}</p>{markup}"
    article = extract(Page.html(page(f"<h1>Tug is raised at last</h1><div class=story>{middle}</div>")))
    assert LINE not in " ".join(article.body)


def test_subhead_under_a_picture_of_the_same_words_is_text() -> None:
    subhead = "The cranes of Puerto Alto and their crews"
    inside = f"<img src=a alt='{subhead}'><h2>{subhead}</h2>"
    outline = outline_of(page("<h1>Tug is raised at last</h1>", inside=inside))
    assert find_captions(outline, 0) == ()


def test_a_credit_alone_is_no_caption_and_no_text() -> None:
    markup = "<figure><img src=a><figcaption>Rosa Lima/Getty Images</figcaption></figure>"
    draft = read_html(page("<h1>Tug is raised at last</h1>", inside=markup), None, Rules())
    assert draft.captions == ()
    assert draft.paragraphs == TEXT


def test_captions_of_other_articles_are_left_out() -> None:
    other = "<div class=related><figure><img src=b><figcaption>A ferry at the quay.</figcaption></figure></div>"
    draft = read_html(page("<h1>Tug is raised at last</h1>", below=other), None, Rules())
    assert draft.captions == ()


def test_a_figure_that_is_a_table_is_no_caption() -> None:
    outline = outline_of("<figure><table><tr><td>Weight</td><td>90 tons</td></tr></table></figure>")
    assert find_captions(outline) == ()


def test_a_fragment_is_all_article_but_for_its_captions() -> None:
    markup = f"<p>{TEXT[0]}</p><figure><img src=a><figcaption>The tug on Tuesday.</figcaption></figure><p>Short.</p>"
    assert read_fragment(markup) == ((TEXT[0], "Short."), ("The tug on Tuesday.",))


# ----------------------------------------------------------------------------------------- JSON-LD, sections


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "NewsArticle", "headline": "Tug is raised",}',
        '<!-- {"@type": "NewsArticle", "headline": "Tug is raised"} -->',
        '{"@type": "NewsArticle", "headline": "Tug is\nraised"}',
        '{"@type": "NewsArticle", "headline": "Tug is raised"} {"@type": "Organization"}',
        '{"@type": "NewsArticle", "headline": "Tug is raised", "author": {"name": Ana}}',
    ],
)
def test_broken_json_ld_is_mended(broken: str) -> None:
    found = read_json_ld([broken])
    assert found[0]["headline"] == "Tug is raised"


def test_no_text_of_json_ld_holds_what_no_file_can() -> None:
    found = read_json_ld(['{"@type": "NewsArticle", "headline": "Tug \\ud800 raised\\u0007"}'])
    assert found[0]["headline"] == "Tug \ufffd raised"


def test_the_pages_own_article_is_told_from_those_that_it_lists() -> None:
    outline = outline_of(page("<h1>Tug is raised</h1>", head=f"<title>Tug is raised</title>{LISTED}"))
    assert read_metadata(outline, None).authors == ("Ana Prado",)


@pytest.mark.parametrize(
    ("head", "above", "sections"),
    [
        ("<meta property=article:section content='Harbour'>", "", ("Harbour",)),
        ("", FILED, ("Harbour", "World")),
        (PATH, "", ("Coast",)),
        ("", "<div class=label>World</div>", ("World",)),
        ("", "<nav class=breadcrumb>| World | Asia</nav>", ("World", "Asia")),
        ("", "<nav class=breadcrumb>&nbsp;|&nbsp;|</nav>", ()),  # bars with nothing between them once crashed
    ],
)
def test_sections_are_those_that_the_page_names(head: str, above: str, sections: tuple[str, ...]) -> None:
    outline = outline_of(page(f"{above}<h1>Tug is raised at last</h1>", head=head))
    assert read_metadata(outline, None).sections == sections
