"""A walk of the published site: every sentence stands in its source, or is one of the desk's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.outputs.conftest import DAY, SAMPLE, Lived, run
from tests.outputs.desk_words import Pieces, fixed_words, labels
from tests.outputs.told import mail_parts, one_line

from wiredesk.types import Article

LISTS = ("articles", "copies", "stories", "threads", "events", "people", "notices")
_ENDS = (".", "!", "?", "”", '"')
# The desk's own words come in longer rows in none of its descriptions.
_LONGEST = 20
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(kw_only=True)
class Truth:
    """What the desk holds: articles as stored, what editions quoted of them, and its own words."""

    articles: Mapping[str, Article]
    quoted: tuple[Mapping[str, Any], ...]
    """Citations of approved editions and notices: what was kept of a report that has changed since."""
    own: Pieces
    edited: frozenset[str]
    """What editors wrote themselves: titles, blurbs, notes."""
    checked: dict[str, bool] = field(default_factory=dict)
    """What was asked of descriptions so far: pages repeat each other."""

    @cached_property
    def sourced(self) -> str:
        """All parts of all articles, a line each."""
        return "\n".join(one_line(article.part(part)) for article in self.articles.values() for part in article.parts())


@pytest.fixture(scope="module")
def truth(lived: Lived) -> Truth:
    now = f"{DAY}T20:00:00Z"
    records = [one for name in LISTS for one in run(lived.desk, now, name, "--json")]
    editions = [json.loads(path.read_bytes()) for path in sorted(lived.site.glob("*/edition.json"))]
    settings = re.findall(r'"([^"]*)"', (SAMPLE / "wiredesk.toml").read_text(encoding="utf-8"))
    decided = {one["value"] for one in run(lived.desk, now, "decisions", "--json")}
    noted = {one["text"] for one in records if one.get("target") and not one["citation"]}
    return Truth(
        articles=lived.articles,
        quoted=tuple(_citations([records, editions])),
        own=Pieces(fixed_words(), {*labels([*records, *editions]), *settings}),
        edited=frozenset({*decided, *noted}),
    )


def _citations(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for one in value.values():
            yield from _citations(one)
    elif isinstance(value, list):
        for one in value:
            yield from _citations(one)


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


# ---------------------------------------------------------------------------------------------------- spans


def wrong_spans(html: str, truth: Truth) -> list[str]:
    """Elements that name a source span and hold other words than it does."""
    wrong = []
    for node in LexborHTMLParser(html).css("[data-article], [data-part], [data-start], [data-end]"):
        told = {name.removeprefix("data-"): value or "" for name, value in node.attributes.items()}
        text = node.text()
        try:
            start, end = int(told["start"]), int(told["end"])
            if "kept" in told:
                spans = {_within(one, start, end) for one in truth.quoted if _is_of(one, told)}
            else:
                spans = {truth.articles[told["article"]].part(told["part"])[start:end]}
        except (KeyError, ValueError) as error:
            wrong.append(f"{text!r} names no span: {error!r}")
            continue
        if not text or text not in spans:
            wrong.append(f"{text!r} is not {told['article']} {told['part']} {start}-{end}: {spans}")
    return wrong


def _is_of(citation: Mapping[str, Any], told: Mapping[str, str]) -> bool:
    return bool(citation["article"] == told["article"] and citation["part"] == told["part"])


def _within(citation: Mapping[str, Any], start: int, end: int) -> str | None:
    first, last = citation["start"], citation["end"]
    return citation["quote"][start - first : end - first] if first <= start < end <= last else None


# ---------------------------------------------------------------------------------------------- own words


def foreign_words(html: str, truth: Truth) -> list[str]:
    """Texts outside the elements of source spans that are neither made of the desk's own words nor an editor's."""
    page = LexborHTMLParser(html)
    written = [node.text() for node in page.css('[data-words="editor"]')]
    return [
        *(text for text in written if text not in truth.edited),
        *(text for text in _texts(page) if not truth.own.make(text)),
    ]


def _texts(page: LexborHTMLParser) -> Iterator[str]:
    """Text nodes that readers see, but for those of source spans and of an editor."""
    body = page.body
    assert body is not None
    for node in body.traverse(include_text=True):
        if node.tag == "text" and "why" in (node.attributes.get("class") or ""):
            yield node.text()  # a drawing's note in lines
        elif node.tag == "-text" and node.parent is not None and node.parent.tag == "tspan" and _is_note(node.parent):
            continue
        elif node.tag == "-text" and _WORD.search(text := node.text_content or "") and not _is_sourced(node):
            yield text


def _is_note(line: LexborNode) -> bool:
    return line.parent is not None and "why" in (line.parent.attributes.get("class") or "")


def _is_sourced(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if "data-article" in above.attributes or above.attributes.get("data-words") == "editor":
            return True
        if above.tag in {"style", "script"}:
            return True
        above = above.parent
    return False


# ------------------------------------------------------------------------------------ what machines read of a page


def foreign_data(html: str, truth: Truth) -> list[str]:
    """Descriptions, Open Graph and JSON-LD of a page that say what neither a source nor the desk says."""
    page = LexborHTMLParser(html)
    told = [node.attributes.get("content") or "" for node in page.css("meta[name=description], meta[property]")]
    told += [json.loads(node.text()) for node in page.css('script[type="application/ld+json"]')]
    values = _values(told)
    return [value for value in values if not _is_known(value, truth)]


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if not key.startswith("@"):
                yield from _values(one)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one)
    elif isinstance(value, str) and not re.fullmatch(r"(?:https?|urn):\S*|\d{4}-\d\d-\d\d(?:T\S*)?|[a-z:_-]+", value):
        yield value


def _is_known(value: str, truth: Truth) -> bool:
    if value not in truth.checked:
        truth.checked[value] = _runs(value, truth.sourced, truth.own)
    return truth.checked[value]


def _runs(value: str, sourced: str, own: Pieces) -> bool:
    """Whether a text runs from stretch to stretch, each the desk's own or of a report, which ends where a sentence or
    part of the report ends. The last may be cut short."""
    words = one_line(value).removesuffix(" …").split()
    reached = {0}
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1 if start in reached else 0):
            text = " ".join(words[start:end])
            bare = text.rstrip(".:")
            is_sourced = bare in sourced
            ends = end == len(words) or text.endswith(_ENDS) or f"{bare}\n" in sourced
            if own.make(text) or (is_sourced and ends):
                reached.add(end)
            if not is_sourced and end - start >= _LONGEST:
                break
    return len(words) in reached


def test_the_site_is_worth_walking(lived: Lived) -> None:
    found = pages(lived.site)
    kinds = {path.relative_to(lived.site).parts[0] for path in found}
    assert len(found) > 50
    assert {"story", "event", "person", "country", "thread", "index.html", "corrections", "latest"} <= kinds
    assert sum(len(LexborHTMLParser(path.read_text("utf-8")).css("[data-article]")) for path in found) > 500


def test_every_span_is_its_source_letter_by_letter(lived: Lived, truth: Truth) -> None:
    wrong = {path: found for path in pages(lived.site) if (found := wrong_spans(path.read_text("utf-8"), truth))}
    assert wrong == {}


def test_everything_else_is_the_desks_own(lived: Lived, truth: Truth) -> None:
    wrong = {path: found for path in pages(lived.site) if (found := foreign_words(path.read_text("utf-8"), truth))}
    assert wrong == {}


def test_what_machines_read_of_a_page_is_sourced_too(lived: Lived, truth: Truth) -> None:
    wrong = {path: found for path in pages(lived.site) if (found := foreign_data(path.read_text("utf-8"), truth))}
    assert wrong == {}


def test_of_a_killed_report_no_sentence_is_left_anywhere(lived: Lived) -> None:
    killed, kept = killed_by_gold(lived), " ".join(one["text"] for one in notices_of(lived))
    assert len(killed) > 1
    sentences = {
        one_line(sentence)
        for id_ in killed
        for sentence in (lived.articles[id_].headline or "", *_sentences(lived.articles[id_].body))
        if len(sentence.split()) >= 6
    }
    texts = {path: readable(path) for path in lived.site.rglob("*") if path.is_file()}
    # What the agency says of it now is to be read, also where it repeats a word of the report.
    left = [(path.name, one) for path, text in texts.items() for one in sentences if one in text and one not in kept]
    assert left == []


def _sentences(paragraphs: Iterable[str]) -> list[str]:
    return [sentence for paragraph in paragraphs for sentence in re.split(r"(?<=[.!?])\s+", paragraph)]


def notices_of(lived: Lived) -> list[dict[str, Any]]:
    return run(lived.desk, f"{DAY}T20:00:00Z", "notices", "--json")


def killed_by_gold(lived: Lived) -> set[str]:
    """The articles that the sample's gold says were killed, with all their copies."""
    gold = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
    kills = [one for one in gold["notices"] if one["kind"] in {"kill", "withdrawal"}]
    pages = {one["target"] for one in kills}
    sayings = {page for one in kills for page in one["told_by"]}
    pages |= {page for group in gold["copies"] if pages & set(group["articles"]) for page in group["articles"]}
    urls = {gold["pages"][page]["url"] for page in pages - sayings}
    return {id_ for id_, article in lived.articles.items() if article.url and article.url in urls}


def readable(path: Path) -> str:
    """A file's text as a reader gets it: decoded, without markup's line breaks."""
    data = path.read_bytes()
    if path.suffix == ".eml":
        return one_line(" ".join(mail_parts(data)))
    return one_line(unescape(data.decode()).replace('\\"', '"'))


# ----------------------------------------------------------------- a check that cannot fail is none: one page corrupted


@pytest.fixture(scope="module")
def page(lived: Lived) -> str:
    """The page of the edition's first story."""
    (path,) = (lived.site / "story").glob(f"{lived.edition['entries'][0]['story']}-*/index.html")
    return path.read_text("utf-8")


def _span(page: str) -> re.Match[str]:
    found = re.search(r'data-start="(\d+)" data-end="(\d+)"[^>]*>([^<]{40,})<', page)
    assert found
    return found


def test_a_span_that_says_another_word_is_found(page: str, truth: Truth) -> None:
    text = _span(page)[3]
    words = text.split(" ")
    for other in (" ".join([*words[:3], "never", *words[4:]]), text[:-1], f"{text} ", text.upper(), ""):
        assert wrong_spans(page.replace(text, other), truth)


def test_a_span_that_stands_elsewhere_is_found(page: str, truth: Truth) -> None:
    start, end = _span(page)[1], _span(page)[2]
    for old, new in (
        (f'data-start="{start}"', f'data-start="{int(start) + 1}"'),
        (f'data-end="{end}"', f'data-end="{int(end) - 1}"'),
        (f'data-end="{end}"', f'data-end="{int(end)}.0"'),
        ('data-part="body"', 'data-part="lead"'),
        ('data-part="body"', 'data-part="picture"'),
        ("data-article=", "data-kept data-article="),
        (' data-article="a', ' data-article="b'),
        (f' data-start="{start}"', ""),
    ):
        assert old in page
        assert wrong_spans(page.replace(old, new), truth), new


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts expect the talks to fail.",
        "The minister resigned on Thursday.",
        "She will not go.",
        "It was a dark day for Slovenia.",
        "Three people were killed.",
        "The visit took place in Rome, officials said.",
        "Nobody believes him any more",
        "In short: the government fell, and elections follow in April 2026.",
        "Potokar lied",
        "Potokar resigned",
        "Potokar lied to …",
    ],
)
@pytest.mark.parametrize("where", ["<p>{}</p>", '<p data-words="desk">{}</p>', '<b data-words="editor">{}</b>', "{}"])
def test_a_sentence_of_nobodys_is_found(page: str, truth: Truth, sentence: str, where: str) -> None:
    assert foreign_words(page.replace("</main>", where.format(sentence) + "</main>"), truth)


def test_a_source_sentence_without_its_span_is_found(lived: Lived, page: str, truth: Truth) -> None:
    assert len(lived.articles) > 60
    titles = {one["title"] for one in run(lived.desk, f"{DAY}T20:00:00Z", "threads", "--json")}
    assert titles
    for article in lived.articles.values():
        for sentence in {article.headline, *article.body[:2]} - titles:  # a thread is called by a headline
            if sentence and len(sentence.split()) > 3:
                assert not truth.own.make(sentence), sentence
    bare = re.sub(r' data-article="[^"]*"', "", page)
    assert foreign_words(bare, truth)


def test_a_description_of_nobodys_is_found(page: str, truth: Truth) -> None:
    described = re.search(r'<meta name="description" content="([^"]*)"', page)
    assert described
    for other in ("A government falls, and chaos follows.", described[1].replace(" the ", " no ", 1)):
        assert foreign_data(page.replace(f'content="{described[1]}"', f'content="{other}"'), truth)
    headline = re.search(r'"headline":\s*"([^"]*)"', page)
    assert headline
    assert foreign_data(page.replace(headline[0], '"headline":"Government triumphs in vote"'), truth)
