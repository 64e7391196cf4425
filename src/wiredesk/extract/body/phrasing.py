"""What a line's wording says of it, for the body's choice: that it opens as a link to more does, asks for a
subscription, tells how to reach its author, and the like.

The phrases are in English, as most of the pages are that their weights were learned from: in another language a block
is judged by its shape and place alone.
"""

from __future__ import annotations

import re

# The first word, or the first two, of lines of furniture.
_OPENERS = {
    "more": "read;see;also;more;related;watch;listen;click;tap;download;recommended;don't miss;must read;next;previous;"
    "check out;view;explore;find;discover;full coverage;in pics;in pictures;in photos",
    "share": "share;follow;like;tweet;join;connect;comment;comments;leave a;post a;reply;send;email;print;copy;save",
    "sign": "sign up;subscribe;get the;get our;get all;get daily;get your;enter your;register;login;log in;already a;"
    "support;donate;become;unlock;this site;this website;we use;by signing;by clicking;by submitting;by entering;"
    "by subscribing",
    "rights": "©;(c);copyright;all rights;terms;privacy;cookie;cookies;disclaimer;advertisement;advertising;ad;"
    "sponsored;promoted",
    "by": "by;written by;reporting by;edited by;story by;posted by;author;published;updated;posted;last updated;"
    "first published;source;editor",
    "photo": "photo;photos;image;images;picture;file;video;getty;credit;caption;graphic;pictured;illustration;"
    "photograph",
    "tagged": "tag;tags;topic;topics;category;categories;filed under;keywords;section",
}
# The same of a subhead, for the lines below it.
_HEADS = {
    "about": "about;who is;who are;who we;meet the;our",
    "notes": "reference;references;sources;source;more information;further information;further reading;footnotes;notes;"
    "note;citation;citations;bibliography;journal reference;contact;contacts;media contact;media contacts;"
    "media relations;press contact;for more;for further;disclosure;disclosures;disclaimer;correction;corrections;"
    "editor's note",
    "more": "read;see also;also;more;related;watch;listen;recommended;don't miss;must read;must reads;must-read;next;"
    "previous;popular;trending;latest;most;top stories;you may;you might;what to;in other;in this;explore;from",
    "talk": "comment;comments;leave a;join;share;follow;subscribe;sign up;newsletter;newsletters;get;support;tags;tag;"
    "topics;topic;categories;category;filed under;conversation",
}
_PIECES = ("article", "story", "post", "piece", "column", "report", "interview", "page")
_SAID = {
    "sign": "newsletter;newsletters;subscribe;subscriber;subscribers;subscribing;subscription;subscriptions;sign up;"
    "inbox;privacy policy;terms of;cookies;our app;news alerts",
    "rights": "all rights reserved;copyright;no part may be",
    "trade": "affiliate;affiliates;commission;commissions;buy now;coupon;coupons;discount;if you purchase;if you buy;"
    "purchase a;may earn;earn money;compensation;editorially independent;independently select;independently selected;"
    "paid partner;may receive;in partnership with;product recommendations;products we",
    "contact": "be reached;be contacted;be emailed;on twitter;follow her;follow him;follow them;follow us;follow me;"
    "email me;email us;contact us;have a tip;send tips;on facebook;on instagram;write to us;let us know;get in touch",
    "piece": "originally published;first published;first appeared;originally appeared;contributed to this;"
    "version of this;version of the;clarification;correction;editor's note;has been updated;was updated;"
    "with reporting by;additional reporting;"
    + ";".join(f"this {one} {verb}" for one in _PIECES for verb in ("was", "is", "has", "appears", "appeared", "may")),
    "opinion": "opinions expressed;views expressed;disclaimer;informational purposes;does not constitute;views of;"
    "investment advice;financial advice;medical advice;legal advice;written permission;reserves the right;"
    "not necessarily reflect",
    "reference": "et al;doi;isbn;pp;more information;journal reference;citation;provided by",
}
_ROLES = frozenset({"reporter", "correspondent", "editor", "writer", "author", "journalist", "columnist", "producer"})
_ROLE = re.compile(rf"is an? (?:[\w-]+ ){{0,4}}(?:{'|'.join(sorted(_ROLES))}|contributor)\b|covers\b.{{3,60}}\bfor\b")
_TOLD_OF = _ROLES | {"contributor", "covers"}
_YOU = frozenset({"you", "your"})
_US = frozenset({"our", "us", "we", "click", "here"})
_MARKUP = re.compile(r"</?[a-z]+[ >]|\{\{|\[/?\w+ ?[^\]]*=")
_TRIMMED = "»›>▶►●•-–—#*[ "


def _by_opening(groups: dict[str, str]) -> dict[str, str]:
    return {phrase: group for group, phrases in groups.items() for phrase in phrases.split(";")}


def _by_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases, with their groups, by the longest word of each: one look-up for all that do not stand in a line."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for group, phrases in _SAID.items():
        for phrase in phrases.split(";"):
            word = max(phrase.split(), key=len)
            found[word] = (*found.get(word, ()), (group, f" {phrase} "))
    return found


_OPENING, _HEADING, _BY_WORD = _by_opening(_OPENERS), _by_opening(_HEADS), _by_word()
_FIRST_WORDS = frozenset([phrase.split()[0] for phrase in (*_OPENING, *_HEADING)])
_TELLING = _YOU | _US | _TOLD_OF | _BY_WORD.keys()


# "could not be reached for comment" is news; "can be reached at" tells how
_NO_ANSWER = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bcannot)\s(?:\w+\s){0,2}(?:be|been) (?:reached|contacted)\b"
    r"|(?<!can be )(?<!may be )\breached for comment"
)


def opening(low: str) -> str | None:
    """How a line in lower case opens: "more", "share", "sign", "rights", "by", "photo" or "tagged"."""
    return _first(low, _OPENING)


def heading_kind(text: str) -> str | None:
    """What a subhead says of the lines below it: "about", "notes", "more" or "talk"."""
    return _first(text.lower(), _HEADING)


def wording(low: str) -> list[str]:
    """What a line in lower case says: the groups of its phrases, "reader", "role", "address", "markup"."""
    found: list[str] = []
    tokens = low.replace("’", "'").replace(".", " ").replace(",", " ").replace(":", " ").split()
    if held := _TELLING.intersection(tokens):
        if hits := _BY_WORD.keys() & held:
            line = f" {' '.join(tokens)} "
            found = sorted({group for word in hits for group, phrase in _BY_WORD[word] if phrase in line})
        if "contact" in found and _NO_ANSWER.search(low):
            found.remove("contact")
        if not held.isdisjoint(_YOU) and not held.isdisjoint(_US):
            found.append("reader")
        if not held.isdisjoint(_TOLD_OF) and _ROLE.search(low):
            found.append("role")
    if "@" in low or "http" in low or "www." in low or ".com" in low:
        found.append("address")
    if "©" in low and "rights" not in found:
        found.append("rights")
    if ("<" in low or "[" in low or "{" in low) and _MARKUP.search(low):
        found.append("markup")
    return found


def _first(low: str, openings: dict[str, str]) -> str | None:
    """What the first word of a line, or its first two, open."""
    parts = low[:40].replace("’", "'").lstrip(_TRIMMED).split(None, 2)
    if not parts:
        return None
    one = parts[0].rstrip(":,.!?|")
    if one not in _FIRST_WORDS:  # as of most lines
        return None
    two = f"{one} {parts[1].rstrip(':,.!?|')}" if len(parts) > 1 else one
    return openings.get(two) or openings.get(one)
