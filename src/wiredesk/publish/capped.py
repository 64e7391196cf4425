"""Records within the excerpt cap: what of an edition or another noun may be shown in public as data."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from wiredesk.publish.addresses import web_url
from wiredesk.publish.passages import clip
from wiredesk.types import Caption, Citation, CitedSentence, Edition, Notice, Ruling

_Noun = TypeVar("_Noun")
_SOMEBODY = "an editor"
"""Who decided, for readers: names of a desk's people stay at the desk."""


def capped(value: _Noun, words: int) -> _Noun:
    """A value with every passage in it cut to the cap, every address that no reader can follow left out, and nobody of
    the desk named.

    A citation that is cut stays exact: its end moves with its words.
    """
    short: Any = value
    match value:
        case CitedSentence():
            text, _ = clip(value.text, words)
            short = replace(value, text=text, citation=capped(value.citation, words))
        case Citation():
            quote, cut = clip(value.quote, words)
            more: dict[str, Any] = {"end": value.start + len(quote), "suffix": ""} if cut else {}
            short = replace(value, quote=quote, url=web_url(value.url), **more)
        case Caption():
            short = replace(value, text=clip(value.text, words)[0])
        case Notice():
            citation = capped(value.citation, words)
            short = replace(value, text=clip(value.text, words)[0], citation=citation)
        case tuple():
            short = tuple(capped(one, words) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = {one.name: _field(one.name, getattr(value, one.name), words) for one in fields(value)}
            short = replace(value, **changed)
    if isinstance(short, Ruling):
        short = replace(short, by=_SOMEBODY)
    elif isinstance(short, Edition) and short.approved_by:
        short = replace(short, approved_by=_SOMEBODY)
    result: _Noun = short
    return result


def _field(name: str, value: Any, words: int) -> Any:
    return web_url(value) if name == "url" else capped(value, words)
