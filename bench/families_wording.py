"""Edits of wording: an outlet's house style, and a machine that spins."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

from bench.families_lexicon import BRITISH, FILLERS, SYNONYMS

_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE = re.compile(r"(?<=[.!?][\"”'’]) |(?<=[a-z)][.!?]) ")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = {"Jan.": "January", "Feb.": "February", "Aug.": "August", "Sept.": "September", "Oct.": "October",
           "Nov.": "November", "Dec.": "December"}  # fmt: skip
_SAID = re.compile(r"^(?P<what>[A-Z“\"][^.]{20,160}?), (?P<who>[A-Z][\w ]{3,30}? (?:said|told reporters))\.$")


def spun(text: str, strength: float, rng: random.Random) -> str:
    """A text with about this share of its words replaced, and now and then its order changed a little.

    Names and figures stay; a word that is replaced is always replaced by the same.
    """
    found = _WORD.findall(text)
    open_ones = sum(1 for word in found if _other(word))
    chance = min(1.0, strength * len(found) / open_ones) if open_ones else 0.0

    def one(match: re.Match[str]) -> str:
        other = _other(match[0])
        return other if other and rng.random() < chance else match[0]

    sentences = [_turned(sentence, strength, rng) for sentence in _SENTENCE.split(text)]
    if len(sentences) > 2 and rng.random() < strength:
        at = rng.randrange(1, len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
    return " ".join(_WORD.sub(one, sentence) for sentence in sentences)


def _other(word: str) -> str | None:
    lower = word.lower()
    stands = SYNONYMS.get(lower)
    if stands is None:
        if len(word) < 5 or word != lower:
            return None
        ending = next((end for end in ("ing", "ed", "ly", "s") if lower.endswith(end)), "")
        fillers = FILLERS[ending]
        return fillers[zlib.crc32(lower.encode()) % len(fillers)]
    stands = stands.replace("-", " ")
    return stands.capitalize() if word[0].isupper() else stands


def _turned(sentence: str, strength: float, rng: random.Random) -> str:
    """Who said it goes to the front."""
    match = _SAID.match(sentence)
    if match is None or rng.random() > strength:
        return sentence
    return f"{match['who']} that {match['what'][0].lower()}{match['what'][1:]}."


def in_style(paragraphs: list[str], rng: random.Random) -> list[str]:
    """House style: two or more of spelling, numbers, per cent, quotation marks, courtesy titles and days."""
    chosen = rng.sample(_STYLES, rng.randint(2, len(_STYLES)))
    for style in _STYLES:
        if style in chosen:
            paragraphs = [style(text) for text in paragraphs]
    return paragraphs


def _spelling(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        other = _SPELT.get(match[0].lower())
        if other is None:
            return match[0]
        return other.capitalize() if match[0][0].isupper() else other

    return _WORD.sub(one, text)


_SPELT = BRITISH | {british: american for american, british in BRITISH.items()}


def _numbers(text: str) -> str:
    text = re.sub(r"(?<![\d.,$£€-])\b(\d{1,2})\b(?![\d.,:%-]|th|st|rd|nd)", _spelt_out, text)
    return re.sub(r"\b(\d+(?:\.\d+)?) (million|billion)\b", lambda match: f"{match[1]}{match[2][0]}n", text)


def _spelt_out(match: re.Match[str]) -> str:
    number = int(match[1])
    return _NUMBERS[number] if number < len(_NUMBERS) else match[1]


def _per_cent(text: str) -> str:
    if "%" in text:
        return text.replace("%", " per cent")
    return re.sub(r"\bpercent\b", "per cent", text) if "percent" in text else text.replace(" per cent", "%")


def _quotation_marks(text: str) -> str:
    if "“" in text:
        return text.replace("“", '"').replace("”", '"').replace("’", "'")
    opened = re.sub(r'(^|[\s(])"', r"\1“", text)
    return opened.replace('"', "”").replace("'", "’")


def _titles(text: str) -> str:
    return re.sub(r"(?<![.\w] )(?<!^)\b([A-Z][a-z]{3,}) (said|told|added|says)\b", r"Mr \1 \2", text)


def _days(text: str) -> str:
    for short, full in _MONTHS.items():
        text = text.replace(f"{short} ", f"{full} ")
    for number, day in enumerate(_DAYS):
        text = text.replace(f"on {day}", f"on April {number + 11}").replace(f" {day} night", " overnight")
    return text.replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")


_STYLES: tuple[Callable[[str], str], ...] = (_spelling, _numbers, _per_cent, _quotation_marks, _titles, _days)
