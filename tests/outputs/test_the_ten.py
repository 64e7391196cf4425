"""The ten stories of an edition are the same in every form that it is read in, word by word."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from html import escape as html_escape
from typing import Any

import httpx
import pytest
from tests.outputs.conftest import Lived
from tests.outputs.told import (
    Told,
    mail_parts,
    of_json_feed,
    of_mail_html,
    of_mail_text,
    of_page,
    of_record,
    of_rss,
)

EXCERPT_WORDS = 60
"""The cap of the sample's settings."""


def served(lived: Lived, path: str) -> bytes:
    """What the server answers."""

    async def request() -> bytes:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=lived.app)) as client:
            return (await client.get(f"https://gazette.example{path}")).raise_for_status().content

    return asyncio.run(request())


FORMS: dict[str, tuple[str, Callable[[bytes], list[Told]]]] = {
    "front page": ("index.html", lambda data: of_page(data.decode())),
    "day's page": ("DAY/index.html", lambda data: of_page(data.decode())),
    "mail, plain": ("DAY/edition.eml", lambda data: of_mail_text(mail_parts(data)[0])),
    "mail, HTML": ("DAY/edition.eml", lambda data: of_mail_html(mail_parts(data)[1])),
    "RSS": ("feed.xml", of_rss),
    "JSON Feed": ("feed.json", of_json_feed),
    "edition.json": ("edition.json", lambda data: of_record(json.loads(data))),
}
"""Each form: its file, and how its ten are read back from it."""


def differences(said: list[Told], record: list[Told]) -> list[str]:
    """Where a form says other than the record does; a headline that is not known is nobody's to compare."""
    wrong = []
    if [one.rank for one in said] != [one.rank for one in record]:
        return [f"ranks {[one.rank for one in said]}, not {[one.rank for one in record]}"]
    for one, known in zip(said, record, strict=True):
        where = f"rank {known.rank}"
        if known.headline is not None and one.headline != known.headline:
            wrong.append(f"{where}: headline {one.headline!r}, not {known.headline!r}")
        if sorted(one.sentences) != sorted(known.sentences):
            wrong.append(f"{where}: sentences {one.sentences}, not {known.sentences}")
        if one.returns != known.returns:
            wrong.append(f"{where}: {'' if one.returns else 'not '}said to bring something new")
        # A sentence that is both new and the story's own may stand in either place; a feed keeps none apart.
        if one.new and (not set(one.new) <= set(known.new) or set(known.new) - set(known.blurb) - set(one.new)):
            wrong.append(f"{where}: new {one.new}, not {known.new}")
        order = [text for text in one.blurb if text in known.blurb]
        if order != [text for text in known.blurb if text in order]:
            wrong.append(f"{where}: sentences in another order: {one.blurb}")
        if (one.independent, one.reports) != (known.independent, known.reports):
            counts = f"{one.independent} of {one.reports}", f"{known.independent} of {known.reports}"
            wrong.append(f"{where}: {counts[0]} independent, not {counts[1]}")
    return wrong


def test_a_front_page_is_light(lived: Lived) -> None:
    """HTML before it is compressed: what a reader needs, and nothing twice."""
    for path in ("index.html", "DAY/index.html"):
        assert len(form(lived, path)) < 90_000, path


def form(lived: Lived, path: str) -> bytes:
    return (lived.site / path.replace("DAY", str(lived.day))).read_bytes()


def test_the_edition_is_worth_comparing(lived: Lived) -> None:
    told = of_record(lived.edition)
    assert [one.rank for one in told] == list(range(1, 11))
    assert all(one.headline and one.blurb for one in told)
    assert any(one.new for one in told) and any(one.reports > one.independent > 1 for one in told)


@pytest.mark.parametrize("name", FORMS)
def test_the_ten_are_the_same_in(lived: Lived, name: str) -> None:
    path, read = FORMS[name]
    assert differences(read(form(lived, path)), of_record(lived.edition)) == []


def test_what_is_served_is_what_is_published(lived: Lived) -> None:
    for path in ("/", f"/{lived.day}"):
        assert of_page(served(lived, path).decode()) == of_page(form(lived, "index.html").decode())
    for path in ("feed.xml", "feed.json", "edition.json", f"{lived.day}/edition.eml", "calendar.ics", "sitemap.xml"):
        assert served(lived, f"/{path}") == form(lived, path), path


def test_the_records_are_one_record(lived: Lived) -> None:
    published = json.loads(form(lived, "edition.json"))
    assert list(uncut(published, lived.edition)) == []
    assert published == json.loads(form(lived, "DAY/edition.json"))
    for path in ("latest", str(lived.day)):
        answer = json.loads(served(lived, f"/api/v1/editions/{path}"))
        assert answer == published
        assert of_record(answer) == of_record(lived.edition)


def uncut(said: Any, known: Any, where: str = "") -> Iterator[str]:
    """Where a public record differs from a whole one otherwise than by the excerpt cap."""
    if isinstance(known, dict) and isinstance(said, dict) and said.keys() == known.keys():
        cut = "quote" in known and said["quote"] != known["quote"]
        for key in known.keys() - ({"end", "suffix"} if cut else set()):
            yield from uncut(said[key], known[key], f"{where}.{key}")
    elif isinstance(known, list) and isinstance(said, list) and len(said) == len(known):
        for number, pair in enumerate(zip(said, known, strict=True)):
            yield from uncut(*pair, f"{where}[{number}]")
    elif said != known:
        cut = where.endswith((".text", ".quote")) and isinstance(said, str) and known.startswith(said)
        if not cut or len(said.split()) != EXCERPT_WORDS:
            yield f"{where}: {said!r}, not {known!r}"


def test_what_left_the_desk_on_earlier_days_agrees_too(lived: Lived) -> None:
    editions = json.loads(served(lived, "/api/v1/editions?status=approved"))["items"]
    assert len(editions) == 2
    for edition in editions:
        record = of_record(edition)
        standing = [one for one in record if one.headline]
        folder = lived.site / edition["day"]
        plain, html = mail_parts((folder / "edition.eml").read_bytes())
        for said in (of_page((folder / "index.html").read_text("utf-8")), of_mail_text(plain), of_mail_html(html)):
            assert [one.rank for one in said] == [one.rank for one in record]
            ranks = {one.rank for one in standing}
            assert differences([one for one in said if one.rank in ranks], standing) == []
            assert [one for one in said if one.rank not in ranks and one.sentences] == []


# ------------------------------------------------------------------ a check that cannot fail is none: one word changed


def found(read: Callable[[bytes], list[Told]], data: bytes, record: list[Told]) -> bool:
    """Whether a form that says other than the record is seen to."""
    try:
        return bool(differences(read(data), record))
    except AssertionError:  # it contradicts itself
        return True


def edited(data: bytes, old: str, new: str) -> bytes:
    """A form with some words changed wherever they stand."""
    if data.startswith(b"{"):
        return json.dumps(_changed(json.loads(data), old, new)).encode()
    if not data.startswith(b"<"):
        return _edited_mail(data, old, new)
    text = data.decode()
    ways = {old, html_escape(old), old.replace("'", "&#39;"), html_escape(old.replace("'", "&#39;"))}
    assert any(way in text for way in ways), f"{old!r} stands nowhere"
    for way in ways:
        text = text.replace(way, new)
    return text.encode()


def _changed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _changed(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_changed(one, old, new) for one in value]
    return value.replace(old, new).replace(old.replace("'", "&#39;"), new) if isinstance(value, str) else value


def _edited_mail(data: bytes, old: str, new: str) -> bytes:
    message: Any = message_from_bytes(data, policy=default)
    for part in message.iter_parts():
        text = part.get_content().replace(old, new).replace(old.replace("'", "&#39;"), new)
        part.set_content(text, subtype=part.get_content_subtype())
    return bytes(message.as_bytes())


@pytest.mark.parametrize("name", FORMS)
def test_one_changed_word_is_found_in(lived: Lived, name: str) -> None:
    path, read = FORMS[name]
    data, record = form(lived, path), of_record(lived.edition)
    returned = next(one for one in record if set(one.new) - set(one.blurb))
    for text in (record[3].headline or "", record[0].blurb[0], returned.new[0]):
        words = text.split()
        changed = " ".join([*words[:2], "otherwise", *words[3:]])
        assert found(read, edited(data, text, changed), record), text


def test_another_count_rank_or_order_is_found(lived: Lived) -> None:
    record = of_record(lived.edition)
    page = form(lived, "index.html").decode()
    lead = record[0]
    assert lead.reports > 1
    for old, new in (
        (f">{lead.independent} independent sources,", f">{lead.independent + 1} independent sources,"),
        (f'title="Rank {lead.rank}">{lead.rank}<', f'title="Rank {lead.rank}">2<'),
        ('class="fresh"', 'class="stale"'),
    ):
        assert old in page
        assert differences(of_page(page.replace(old, new, 1)), record)
    feed = json.loads(form(lived, "feed.json"))
    feed["items"][0], feed["items"][1] = feed["items"][1], feed["items"][0]
    assert differences(of_json_feed(json.dumps(feed).encode()), record)
    del feed["items"][0]
    assert differences(of_json_feed(json.dumps(feed).encode()), record)


def test_a_form_that_contradicts_itself_is_found(lived: Lived) -> None:
    for field in ("summary", "content_text", "content_html"):
        feed = json.loads(form(lived, "feed.json"))
        feed["items"][4][field] = feed["items"][4][field].replace(" the ", " no ", 1)
        assert found(of_json_feed, json.dumps(feed).encode(), of_record(lived.edition)), field
