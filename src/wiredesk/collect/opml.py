"""OPML: the lists of feeds that readers export and import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree

from wiredesk.collect.problems import problem
from wiredesk.kit.sections import BY_NAME, SECTIONS
from wiredesk.kit.text import fold, squeeze, whole
from wiredesk.kit.urls import host_of, web_address
from wiredesk.types import Problem, Source

_SECTIONS = {fold(name): section.name for section in SECTIONS for name in (section.name, section.title)}
_CONTROLS = {number: None for number in range(32) if number not in {9, 10, 13}}


def read_opml(data: bytes, name: str = "OPML") -> tuple[list[Source], list[Problem]]:
    """The feeds of a list, each once, in order, with names that differ; a folder that is named as a section of
    `kit.sections` gives it. `name` is the file's, for the problems: what is no feed is told."""
    import listparser

    try:
        found: Any = listparser.parse(data)
    except Exception as error:  # noqa: BLE001 - its parser lets through whatever the XML library raises
        return [], [problem(name, f"this list cannot be read: {error}", "check that it is OPML")]
    if not found.version.startswith("opml"):
        return [], [problem(name, "this is no OPML", "export the list of feeds from your reader as OPML")]
    sources: list[Source] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for feed in found.feeds:
        address = feed.url.strip()
        if address.lower().startswith("feed:"):
            address = address[5:] if "://" in address[5:12] else f"https:{address[5:]}"
        url = web_address(address)
        if url is None:
            problems.append(problem(name, f"no web address: {feed.url[:200]}", "this feed is left out"))
            continue
        title = _free(squeeze(feed.title) or host_of(url) or url, taken)
        taken.add(title)
        sources.append(Source(name=title, url=url, kind="feed", section=_section(feed.get("categories", []))))
    if not sources and not problems:
        problems.append(problem(name, "this list names no feed", "check that it is the right file"))
    return sources, problems


def _section(folders: Sequence[Sequence[str]]) -> str | None:
    names = [_SECTIONS.get(fold(folder)) for path in folders for folder in reversed(path)]
    return next((section for section in names if section), None)


def _free(title: str, taken: set[str]) -> str:
    name, number = title, 2
    while name in taken:
        name = f"{title} ({number})"
        number += 1
    return name


def write_opml(sources: Iterable[Source], title: str) -> bytes:
    """OPML 2.0 of the feeds that have a web address, those with a section in a folder of its name. What OPML has no
    word for (outlet, owner, country) stays in wiredesk.toml."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = _xml(title)
    body = ElementTree.SubElement(root, "body")
    folders: dict[str, ElementTree.Element] = {}
    for source in sources:
        if source.kind != "feed" or not web_address(source.url):
            continue
        parent = body
        if source.section:
            if source.section not in folders:
                known = BY_NAME.get(source.section)
                text = known.title if known else source.section
                folders[source.section] = ElementTree.SubElement(body, "outline", text=_xml(text))
            parent = folders[source.section]
        name = _xml(source.name)
        ElementTree.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=_xml(source.url))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _xml(text: str) -> str:
    """Text without what no XML can hold."""
    return whole(text).translate(_CONTROLS)
