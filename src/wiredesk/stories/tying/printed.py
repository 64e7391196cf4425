"""Names and words as a story's reports print them, by their term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from wiredesk.kit.shingles import WORD, fold
from wiredesk.stories.wording.vocabulary import stem
from wiredesk.types import Article


class Print(NamedTuple):
    """`names`: those of one or two words; `words`: all words."""

    names: Mapping[str, str]
    words: Mapping[str, str]


Printed = Callable[[], Print]
"""Gives a story's print when it is asked for."""

_OPENING = re.compile(r"(?:^|[.!?:]\s+|[—–]\s*|--\s*)[\"'“‘(]*$")


def read_print(members: Iterable[Article]) -> Print:
    """What articles print, as they first do so, names within a sentence.

    A word with which a sentence opens, or that stands in lower case elsewhere, is no name by its capital.
    """
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    in_lower_case: set[str] = set()
    for article in members:
        for text in (*article.lead, *article.body):
            previous: re.Match[str] | None = None
            for match in WORD.finditer(text):
                word = match.group()
                term = stem(fold(word))
                is_dateline = match.start() == 0 and word.isupper()
                words.setdefault(term, word.capitalize() if is_dateline else word)
                if not word[0].isupper():
                    in_lower_case.add(term)
                    previous = None
                    continue
                if previous is not None and match.start() - previous.end() == 1:
                    both = f"{stem(fold(previous.group()))} {term}"
                    names.setdefault(both, text[previous.start() : match.end()])
                if not _OPENING.search(text, max(0, match.start() - 8), match.start()):
                    name = word.removesuffix("'s").removesuffix("’s")
                    if names.setdefault(term, name).isupper():  # a dateline's town
                        names[term] = name
                previous = match
    return Print({term: name for term, name in names.items() if term not in in_lower_case}, words)


def longest(names: Sequence[str]) -> list[str]:
    """The names in their order, those left out that are part of another ("Corvane" of "Corvane Seamount")."""
    return [name for name in names if not any(name != other and name in other.split() for other in names)]
