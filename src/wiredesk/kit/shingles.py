"""Words, and runs of k words hashed to 64 bits: what two texts share, found without comparing letters.

The hashes are the same on every machine and in every run; they may be stored.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15  # odd, so that multiplying modulo 2^64 loses nothing (the golden ratio's bits)

WORD_BITS = (1 << 32) - 1
"""The bits of a word's digest that shingles are made of."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts written without spaces (Thai, Lao, Burmese, Khmer, kana, Chinese characters), as a class of a pattern."""

_PLAIN = r"[A-Za-z0-9]++(?=[\x00-&(-/:-@\[-^`{-\x7f])"
"""Nearly every word of many languages: plain letters before plain punctuation. It says nothing that what follows does
not say, in two thirds of the time."""

# There each character counts as a word.
WORD = re.compile(rf"{_PLAIN}|[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’][^\W_{UNSPACED}]+)*")

_APOSTROPHES = str.maketrans({"’": None, "'": None})


def words(text: str) -> list[str]:
    """The words of a text in order: case, apostrophes and typographic variants folded, punctuation gone."""
    return [fold(match) for match in WORD.findall(text)]


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The form under which a word is compared: "Don’t" and "don't" are "dont"."""
    return unicodedata.normalize("NFKC", word).casefold().translate(_APOSTROPHES)


@lru_cache(maxsize=1 << 17)
def word_hash(word: str) -> int:
    """64 bits of the word's BLAKE2b digest."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def shingles(text_words: list[str], k: int) -> list[int]:
    """The hash of each run of `k` words, in order: `len(text_words) - k + 1` of them, none for a shorter text.

    A polynomial hash modulo 2^64 over 32 bits of the words' digests, rolled along, so the cost does not depend on `k`:
    who keeps those bits need not keep the shingles.
    """
    count = len(text_words) - k + 1
    if count <= 0:
        return []
    hashes = [word_hash(word) & WORD_BITS for word in text_words]
    leaving_factor = pow(BASE, k, 1 << 64)
    value = 0
    for entering in hashes[:k]:
        value = (value * BASE + entering) & _MASK
    result = [value]
    for leaving, entering in zip(hashes, hashes[k:], strict=False):
        value = (value * BASE + entering - leaving * leaving_factor) & _MASK
        result.append(value)
    return result
