"""Picture captions: which line is one, and its text, credit, day and whether the photo is from the files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.extract.bylines.byline import is_initials
from wiredesk.extract.days.printed import first_day
from wiredesk.extract.pictures.photo_credits import agency_mark, is_credit_line, split_credit
from wiredesk.kit.text import fold, sentence_spans, squeeze
from wiredesk.types import Caption

__all__ = ["is_caption", "is_credit_line", "read_caption", "read_captions"]

_FILE_WORDS = (
    r"(?:file(?:[ -](?:photo(?:graph)?|pic(?:ture)?|image|footage))?|archive (?:photo|image|picture)|stock (?:photo"
    r"|image)"
    r"|archivfoto|archivbild|symbolbild|(?:foto|imagen|fotografía) de archivo|photo d['’]archives?|(?:foto|immagine)"
    r" d['’]archivio|(?:foto|imagem) de arquivo|arkivfoto|arkivbild|архивное фото|фото из архива)"
)
_FILE = re.compile(
    r"^\W*(?:FILE(?:\s+(?:PHOTO|PIC(?:TURE)?|IMAGE))?|[Ff]ile\s+(?:photo|picture|image|pic)|ARCHIVE|Archive photo)"
    r"\s*(?:\([^)]*\))?\s*(?:[-–—:.|]+|(?<=IMAGE|PHOTO)\s)\s*"
)
_FILE_BRACKET = re.compile(rf"\s*[(\[]{_FILE_WORDS}[)\]]\s*", re.IGNORECASE)
_FILE_CLOSING = re.compile(rf"\s*(?:[|,;/–—-]|(?<=[.!?]))\s*\(?{_FILE_WORDS}\)?\W*$", re.IGNORECASE)
_FILE_OPENING = re.compile(rf"^\W*{_FILE_WORDS}\s*(?:[-–—:|]+\s*|(?:of|shows|von|de|:)\b)", re.IGNORECASE)
_OF_THE_FILES = re.compile(
    rf"\b(?:in this|on this|this|an?|undated|una?|une|einem?|dieses|in)\b[^.]{{0,60}}\b{_FILE_WORDS}\b"
    rf"|\b{_FILE_WORDS}\b(?= (?:of|shows))|\bfile\s?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\d{1,3}\s*(?:of|/)\s*\d{1,3}\s*[|:–—-]?\s*")
_LABEL = re.compile(
    r"^\W*(?:photo|image|picture|caption|pictured|in pictures?|foto|bild|légende)\s*[:|]\s*|^(?:image"
    r"|photo) caption,?\s+",
    re.IGNORECASE,
)
_IN_PHOTO = re.compile(
    r"^in this\b[^.]{0,60}?\b(?:photo|image|picture|photograph|frame grab|screen ?grab)\b", re.IGNORECASE
)
_CREDIT_LABEL = re.compile(
    r"^(?:(?:image|photo|picture|file|crédit|photo de|bild|foto)[ -])?(?:photos?|fotos?|photographs?|fotografías?"
    r"|images?|imagen"
    r"|pictures?|pics?|photography|credits?|crédits?|créditos?|source|bild|bilder|courtesy(?: of)?|cortesía(?: de)?"
    r"|фото)"
    r"\s*(?:credit|courtesy(?: of)?)?\s*(?:by\b|courtesy of\b|via\b|:|：| :|(?<=of)|(?<=sy)|(?<=de))\s*",
    re.IGNORECASE,
)
_DROP_FILE = re.compile(
    rf"(?:^|[,;/|\s–—-]+)(?:file(?:\s+(?:photo|picture|pic|image))?|archives?|{_FILE_WORDS})\s*$"
    r"|(?<=[A-Z])[ /]file$|\s*\((?:file(?: photo)?|archive)\)$|(?<=, )file via |^file(?: photo)?\s*(?:by\b|via\b|:"
    r"|(?= ))\s*",
    re.IGNORECASE,
)
_CLOSING_YEAR = re.compile(r"\b(?:19|20)\d\d\W*$")
_PHOTO_TAKEN = re.compile(
    r"\b(?:photo|picture|image|pictured|photographed|seen|taken|released|provided)\b", re.IGNORECASE
)
_TELLS_NEWS = re.compile(
    r"\b(?:said|says|announced|told|reported|confirmed|will|would|has|have|had|plans?|according|ordered|agreed)\b",
    re.IGNORECASE,
)
_LONGEST = 1200  # characters of a caption; set by hand


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: it says FILE, "In this photo", or ends in a photo credit."""
    text = line.strip()
    if len(text) > _LONGEST or not text:
        return False
    if text[0] in "FfAaI([i" and (_FILE.match(text) or (_IN_PHOTO.match(text) and len(text) < 600)):
        return True
    if is_initials(text):
        return False
    if (
        (text[-1] in ")]." and "ile" in text[-14:])
        or text.endswith(("file photo", "File photo", "File Photo", "FILE PHOTO"))
    ) and (_FILE_BRACKET.search(text) or _FILE_CLOSING.search(text)):
        return True
    _, credit = split_credit(text)
    return credit is not None and "(@" not in credit and text.strip("()[] .") != credit


def read_caption(line: str) -> Caption:
    """Take a caption apart. `text` has no credit and no FILE mark; `day` is the day of the photo itself."""
    text = _NUMBER.sub("", squeeze(line))
    text, file_photo = _without_file(text)
    text = _LABEL.sub("", text)
    tweeted = text
    text, credit = split_credit(text, caption=True)
    if credit is None:
        text, credit = agency_mark(text)
    text, again = _without_file(text)
    file_photo = file_photo or again
    if credit is not None:
        credit = _CREDIT_LABEL.sub("", credit)
        shorter = _DROP_FILE.sub("", credit).strip(" ,;/-|")
        file_photo = file_photo or shorter != credit.strip(" ,;/-|")
        credit = shorter.removeprefix("©").strip() or None
    day = _photo_day(text) if credit is None or "(@" not in credit else _photo_day(tweeted)
    return Caption(text=text.strip(), credit=credit, day=day, file_photo=file_photo)


def _without_file(text: str) -> tuple[str, bool]:
    """A caption without the marks that its photo is from the files, and whether it has one."""
    low = text.lower()
    if not (
        "file" in low or "archiv" in low or "stock" in low or "symbolbild" in low or "arquiv" in low
        or "arkiv" in low or "архив" in low
    ):  # fmt: skip
        return text, False
    if mark := _FILE.match(text):
        return text[mark.end() :], True
    if mark := _FILE_OPENING.match(text):
        return text[mark.end() :].strip(), True
    for shape in (_FILE_BRACKET, _FILE_CLOSING):
        found = shape.search(text)
        if found and text.count("(", 0, found.start()) == text.count(")", 0, found.start()):  # no part of a credit
            rest = text[found.end() :]
            return (text[: found.start()] + (" " if rest[:1].isalnum() else "") + rest).strip(), True
    return text, _OF_THE_FILES.search(text) is not None


def _photo_day(text: str) -> str | None:
    """The first date of the sentence that describes the photo; a later one counts only if it speaks of the photo."""
    for number, (start, end) in enumerate(sentence_spans(text)):
        sentence = text[start:end]
        if number and (_TELLS_NEWS.search(sentence) or not _PHOTO_TAKEN.search(sentence)):
            continue
        if day := first_day(sentence):
            return day.isoformat()
        if vague := _month_or_year(sentence):
            return vague
    return None


def _month_or_year(sentence: str) -> str | None:
    """The month or year that closes a description: "An uncrewed boat on trial in 2025." """
    from wiredesk.kit.times import find_times

    if not _CLOSING_YEAR.search(sentence):
        return None
    mentions = find_times(sentence, None)
    last = mentions[-1] if mentions else None
    return last.edtf if last and last.kind in {"month", "year"} and not sentence[last.end :].strip(" .") else None


def read_captions(lines: Iterable[str]) -> tuple[Caption, ...]:
    """All captions, each once in the order of its first printing; of two printings the one with a credit counts."""
    found: dict[str, Caption] = {}
    for line in lines:
        caption = read_caption(line)
        key = fold(caption.text)
        if not key:
            continue
        same = next(
            (
                known
                for known in found
                if known == key or (len(key) > 40 and (known.startswith(key) or key.startswith(known)))
            ),
            None,
        )
        if same is None:
            found[key] = caption
        elif len(key) > len(same) + 8 or (found[same].credit is None and caption.credit is not None):
            found[same] = caption
    return tuple(found.values())
