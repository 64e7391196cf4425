"""Picture captions: which line is one, and its text, credit, day and whether the photo is from the files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.extract.agencies import agency_in
from wiredesk.extract.byline import is_initials
from wiredesk.extract.printed import first_day
from wiredesk.kit.text import fold, sentence_spans, squeeze
from wiredesk.types import Caption

_FILE = re.compile(
    r"^\W*(?:FILE(?:\s+(?:PHOTO|PIC(?:TURE)?|IMAGE))?|[Ff]ile\s+(?:photo|picture|image"
    r"|pic))\s*(?:\([^)]*\))?\s*[-–—:.]+\s*"
)
_NUMBER = re.compile(r"^\d{1,3}\s*(?:of|/)\s*\d{1,3}\s*[|:–—-]?\s*")
_LABEL = re.compile(r"^\W*(?:photo|image|picture|caption|pictured|in pictures?)\s*[:|]\s*", re.IGNORECASE)
_IN_PHOTO = re.compile(
    r"^in this\b[^.]{0,60}?\b(?:photo|image|picture|photograph|frame grab|screen ?grab)\b", re.IGNORECASE
)
_PICTURE_WORDS = re.compile(
    r"\b(?:photos?|photographs?|photographer|pool|via|getty|images?|shutterstock|handout|courtesy|epa|file"
    r"|picture|pictures|reuters|afp|stringer"
    r"|press service|press office|screengrab|screenshot|flickr|wikimedia|twitter|facebook|youtube"
    r"|instagram)\b", re.IGNORECASE
)  # fmt: skip
_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,160}?(?:\([^()]*\)[^()\[\]]{0,60})?)\s*[)\]][\s.]*$")
_TAIL = re.compile(
    r"(?P<stop>[.!?]|\s[|–—-])\s*(?P<credit>(?:(?:AP|AFP|EPA|EFE|UPI|TASS|Reuters|REUTERS|Xinhua"
    r"|Getty)(?:\s+Photo)?\s*/\s*[^.]{2,80}"
    r"|(?:Photo(?:graph)?|Foto|Image|Picture|Photo [Cc]redit|Credit|Source|Pic)s?\s*(?:by|:|/|courtesy)"
    r"\s*(?:[^.]|(?<=\b[A-Z])\.){2,100}"
    r"|©\s*[^.]{2,80}"
    r"|(?:[A-Z]{2,} ){0,2}[A-Z]{3,}\s*/\s*[A-Z][^.]{2,60}"
    r"|Courtesy(?: of)?:? [^.]{2,80}|(?:Getty Images|AP Photo|EPA-EFE|Shutterstock)[^.]{0,60}))\.?$"
)
_ONLY_CREDIT = re.compile(
    r"^[(\[]?\s*(?:(?:photo"
    r"|image|picture|pic|photograph)s?(?:\s+credit)?\s*(?:by|:|courtesy|/)\s*\S.{1,90}|(?:AP|AFP|EPA|Reuters"
    r"|REUTERS|Getty|Xinhua)"
    r"(?: Photo| Images)?\s?/\s?\S.{1,80}|AP Photo|Getty Images|©\s?\S.{2,80})\s*[)\]]?\.?$",
    re.IGNORECASE,
)
_DROP_FILE = re.compile(r"(?:^|[,;/\s-]+)(?:file(?:\s+(?:photo|picture|pic|image))?)\s*$", re.IGNORECASE)
_CLOSING_YEAR = re.compile(r"\b(?:19|20)\d\d\W*$")
_PHOTO_TAKEN = re.compile(
    r"\b(?:photo|picture|image|pictured|photographed|seen|taken|released|provided)\b", re.IGNORECASE
)
_TELLS_NEWS = re.compile(
    r"\b(?:said|says|announced|told|reported|confirmed|will|would|has|have|had|plans?|according|ordered|agreed)\b",
    re.IGNORECASE,
)


def is_credit_line(line: str) -> bool:
    """Whether a line is a photo credit alone ("Photo: Jane Doe/Reuters")."""
    return len(line) <= 120 and _ONLY_CREDIT.match(line.strip()) is not None


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: it says FILE, "In this photo", or ends in a photo credit."""
    text = line.strip()
    if _FILE.match(text) or (_IN_PHOTO.match(text) and len(text) < 600):
        return True
    if len(text) > 1200 or is_initials(text):
        return False
    _, credit = _split_credit(text)
    return credit is not None and text.strip("()[] .") != credit


def _split_credit(text: str) -> tuple[str, str | None]:
    """The caption without its credit, and the credit without its brackets."""
    if (")" in text or "]" in text) and (found := _BRACKET.search(text)) and _is_credit(found[1]):
        return text[: found.start()].rstrip(), found[1].strip()
    if (found := _TAIL.search(text)) and found.start() > 8:
        keep = found.end("stop") if found["stop"] in ".!?" else found.start("stop")
        return text[:keep].rstrip(), found["credit"].strip()
    return text, None


def _is_credit(bracket: str) -> bool:
    """Whether the words of a closing bracket are a photo credit: an agency's mark with a photographer's name, or the
    words that only pictures have."""
    if re.search(r"\b(?:said|is|was|were|are|has|will|the|and the)\b", bracket) and not bracket.lower().startswith(
        ("photo", "image")
    ):
        return False
    if bracket.lower() in {"file", "file photo", "pool"} or re.match(
        r"(?:photo|image|picture)s?\b", bracket, re.IGNORECASE
    ):
        return True
    if re.search(
        r"\bAP Photo\b|\bPool Photo\b|\bGetty\b|\bvia (?:AP|AFP|Reuters|REUTERS|Getty|EPA|TASS|Xinhua)\b"
        r"|\b[Pp]hoto(?:graph)? by\b",
        bracket,
    ):
        return True
    if "/" in bracket and (agency_in(bracket.replace("/", " ")) or _PICTURE_WORDS.search(bracket)):
        return True
    if re.fullmatch(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3} ?/ ?[A-ZÀ-Þ].{1,60}", bracket):
        return True
    names = bracket.split(",")
    return len(names) > 1 and _PICTURE_WORDS.search(names[-1]) is not None and len(bracket) <= 120


def read_caption(line: str) -> Caption:
    """Take a caption apart. `text` has no credit and no FILE mark; `day` is the day of the photo itself."""
    text = _NUMBER.sub("", squeeze(line))
    file_photo = False
    if mark := _FILE.match(text):
        file_photo, text = True, text[mark.end() :]
    text = _LABEL.sub("", text)
    text, credit = _split_credit(text)
    if credit is not None:
        credit = re.sub(
            r"^(?:photos?|fotos?|images?|pictures?|photograph|photo credit|credit|source)\s*(?:by|:|courtesy of)\s*",
            "",
            credit,
            flags=re.IGNORECASE,
        )
        shorter = _DROP_FILE.sub("", credit).strip(" ,;/-")
        file_photo = file_photo or shorter != credit
        credit = shorter.removeprefix("©").strip() or None
    return Caption(text=text.strip(), credit=credit, day=_photo_day(text), file_photo=file_photo)


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
