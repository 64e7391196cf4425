"""From what people read on pages to labels without text: agreement of two readers, and digests of the settled reading.

    python -m bench.labelling agree FIRST.jsonl SECOND.jsonl
    python -m bench.labelling digest SETTLED.jsonl > bench/labels/extraction.jsonl

A reading has a line for each page: `set id agency dateline {place agency day} byline [names] captions [{text credit
also_in_body optional also_told}]`; `byline` null where it is not to be judged, `also_told` other texts that are right.
Readings hold text of the pages and are kept elsewhere; only digests stand in this repository.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.extraction_labels import OPENING_A_CREDIT, credit_words, form_of, words_of
from bench.extraction_persons import folded

Reading = dict[str, Any]

# What ends a caption when its credit was left on it, and what opens that of an old picture.
_CREDIT_AT_END = re.compile(
    r"\s*(?:\([^()]*(?:/|photo|credit|getty|reuters|\bAP\b|\bAFP\b|courtesy)[^()]*\)"
    r"|\b(?:REUTERS|AP Photo|AFP|Getty Images|Photo by|Photo:|Credit:|Photograph:?)\b[^.]{0,80})\s*\.?\s*$",
    re.IGNORECASE,
)
_FILE_AT_START = re.compile(r"^\s*file(?: photo| -|:| –| —)[\s:–—-]*", re.IGNORECASE)


def agreement(first: Sequence[Reading], second: Sequence[Reading]) -> dict[str, float]:
    """Shares of pages on which two readers agree, Cohen's kappa, and F1 of the captions that both wrote down.

    Raises ValueError unless both read the same pages.
    """
    pages = [{(each["set"], each["id"]): each for each in readings} for readings in (first, second)]
    if pages[0].keys() != pages[1].keys():
        raise ValueError("the two files are not of the same pages")
    keys = sorted(pages[0])
    figures = {"pages": float(len(keys))}
    for name, told in (("agency", _agency), ("dateline_place", _place)):
        answers = [[told(of_reader[key]) for key in keys] for of_reader in pages]
        same = sum(one == other for one, other in zip(*answers, strict=True)) / len(keys)
        counts = [Counter(each) for each in answers]
        chance = sum(count * counts[1][answer] for answer, count in counts[0].items()) / len(keys) ** 2
        figures |= {name: same, f"{name}_kappa": (same - chance) / (1 - chance) if chance < 1 else 1.0}
    figures["byline"] = sum(_byline(pages[0][key]) == _byline(pages[1][key]) for key in keys) / len(keys)
    texts = [Counter((key, text) for key in keys for text in _captions(of_reader[key])) for of_reader in pages]
    total = texts[0].total() + texts[1].total()
    figures["caption_f1"] = 2 * (texts[0] & texts[1]).total() / total if total else 1.0
    return figures


def digested(reading: Reading) -> dict[str, Any]:
    """A reading without the page's words."""
    byline = reading["byline"]
    return {
        "set": reading["set"],
        "id": reading["id"],
        "agency": reading["agency"],
        "dateline": reading["dateline"],
        "byline": None if byline is None else sorted(form_of(folded(name).split())[1] for name in byline),
        "captions": [_digested_caption(caption) for caption in reading["captions"]],
    }


def _digested_caption(caption: dict[str, Any]) -> dict[str, Any]:
    told = [*_tellings(caption["text"], caption.get("credit") or ""), *map(words_of, caption.get("also_told", ()))]
    first, *others = dict.fromkeys(form_of(words) for words in told)
    credit = credit_words(caption.get("credit") or "")
    return {
        "tokens": first[0],
        "digest": first[1],
        "credit_digest": form_of(credit)[1] if credit else None,
        "also_in_body": bool(caption.get("also_in_body")),
        **({"optional": True} if caption.get("optional") else {}),
        **({"other_forms": [{"tokens": tokens, "digest": digest} for tokens, digest in others]} if others else {}),
    }


def _tellings(text: str, credit: str) -> Iterator[list[str]]:
    """The words of a caption as written, with its credit, and without a credit or "FILE" that was left on it."""
    words, ending = words_of(text), words_of(credit)
    yield words
    if not words:
        return
    yield words + ending
    if ending and words[-len(ending) :] == ending and len(words) > len(ending):
        bare_words = words[: -len(ending)]
        while len(bare_words) > 1 and bare_words[-1] in OPENING_A_CREDIT:
            bare_words.pop()
        yield bare_words
    bare = _CREDIT_AT_END.sub("", text)
    for shorter in (bare, _FILE_AT_START.sub("", text), _FILE_AT_START.sub("", bare)):
        if words_of(shorter):
            yield words_of(shorter)


def _agency(reading: Reading) -> str:
    return " ".join(words_of(reading["agency"] or ""))


def _place(reading: Reading) -> str:
    return " ".join(words_of((reading["dateline"] or {}).get("place") or ""))


def _byline(reading: Reading) -> list[str]:
    return sorted(folded(name) for name in reading["byline"] or ())


def _captions(reading: Reading) -> list[str]:
    return [text for text in (" ".join(words_of(caption["text"])) for caption in reading["captions"]) if text]


def _readings(path: str) -> list[Reading]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    if sys.argv[1] == "agree":
        for measure, figure in agreement(_readings(sys.argv[2]), _readings(sys.argv[3])).items():
            print(f"{measure:24} {figure:.4f}")
    else:
        for each in _readings(sys.argv[2]):
            print(json.dumps(digested(each)))
