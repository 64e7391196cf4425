"""Plain text: bytes into text, and the small measures that tell prose from page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_SAMPLE = 65_536
_FEW_HIGH = 8
_CONTROL_SHARE = 0.02  # text has next to none; compressed data has about a tenth
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MOJIBAKE = re.compile("â€[™œ\x9d“”˜¦]|Ã[\x80-\xbf©¨¼¶¤±³¡­]|Ð[°-¿]|Ñ[\x80-\x8f]")
_MOJIBAKE_STARTS = ("â€", "Ã", "Ð", "Ñ")  # each a hundred times as quick to look for as the pattern
_MOJIBAKE_BYTE = b"\xc3"  # which each of them begins with in UTF-8
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
# What browsers read under these names (WHATWG Encoding Standard): the larger sets that pages in truth use.
_WHATWG = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "iso-8859-9": "cp1254", "tis-620": "cp874", "windows-31j": "cp932", "x-sjis": "cp932",
    "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "dos-874": "cp874", "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252",
    "x-euc-jp": "euc_jp",
}  # fmt: skip
# The codecs of that standard. Python has more, of which many are no charsets at all (base64, rot13, zip, idna).
_WEB_CODECS = frozenset(
    (
        "utf-8 utf-16 utf-16-le utf-16-be cp866 koi8-r koi8-u mac-roman mac-cyrillic cp874 gbk gb18030 big5 big5hkscs "
        "euc_jp iso2022_jp cp932 cp949 "
        + " ".join(f"cp125{number}" for number in range(9))
        + " "
        + " ".join(f"iso8859-{number}" for number in range(1, 17))
    ).split()
)


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """Text read from bytes. `declared`: the charset named outside or in the page. `repaired`: another one was right,
    or text that had been decoded wrongly once before was mended. Characters that could not be read are U+FFFD."""

    text: str
    charset: str
    declared: str | None
    repaired: bool


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any charset: pictures, archives, random bytes."""
    if data.startswith(_MAGIC):
        return True
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = data[:_SAMPLE]
    if sample.count(0) > 0.3 * len(sample):  # UTF-16 of Latin text without a mark: every other byte is 0
        return not (sample[1::2].count(0) > 0.4 * len(sample) or sample[0::2].count(0) > 0.4 * len(sample))
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return bool(sample) and controls / len(sample) > _CONTROL_SHARE


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text: mark, UTF-8 if they are that, the charset declared outside or in the page, then a guess.

    UTF-8 goes before every declaration because text in another charset is almost never valid UTF-8 by chance.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", declared)
    if data.startswith(b"\xef\xbb\xbf"):
        return _decoded(data[3:], "utf-8", declared)
    inside = _META_CHARSET.search(data[:4096]) or _XML_CHARSET.search(data[:200])
    named = [name for name in (declared, inside[1].decode("ascii") if inside else None) if name]
    first = named[0] if named else None
    if data.count(0, 0, _SAMPLE) > 0.3 * min(len(data), _SAMPLE):
        return _decoded(data, "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be", first)
    try:
        text = data.decode("utf-8")
        return _decoded(data, "utf-8", None if text.isascii() else first, text)
    except UnicodeDecodeError:
        pass
    try:  # half a character pair, which some writers of UTF-8 let through
        return _decoded(data, "utf-8", first, whole(data.decode("utf-8", "surrogatepass")))
    except UnicodeDecodeError:
        pass
    for name in named:
        codec = _python_name(name)
        if codec and codec != "utf-8" and (not codec.startswith("utf-16") or 0 in data):
            found = _decoded(data, codec, first)
            if "\ufffd" not in found.text:
                return found
    return _best_guess(data, first)


def _best_guess(data: bytes, declared: str | None) -> Decoded:
    """UTF-8 with a few bad bytes stays UTF-8; else what charset-normalizer finds; else Windows-1252."""
    as_utf8 = data.decode("utf-8", "replace")
    high = sum(1 for character in as_utf8 if character > "\x7f")
    if high and as_utf8.count("\ufffd") / high < 0.2:
        return _decoded(data, "utf-8", declared)
    if high < _FEW_HIGH:  # too little to tell by: what most Western pages are
        return _decoded(data, "cp1252", declared)
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    codec = "cp1252" if best is None or "cp1252" in best.could_be_from_charset else best.encoding
    return _decoded(data, codec, declared)


def _decoded(data: bytes, codec: str, declared: str | None, text: str | None = None) -> Decoded:
    text = data.decode(codec, "replace") if text is None else text
    if 0 in data:  # asked of the bytes, here and below: a text has two or four for each character
        text = text.replace("\x00", "")
    mended = text if codec == "utf-8" and _MOJIBAKE_BYTE not in data else _mend(text)
    name = _python_name(declared) if declared else None
    repaired = mended != text or (name is not None and not codec.startswith(name))
    return Decoded(text=mended, charset=codec, declared=declared, repaired=repaired)


@lru_cache(maxsize=256)  # pages declare what they like
def _python_name(charset: str) -> str | None:
    """Python's name of a charset that pages may have; None for what is none."""
    import codecs

    name = charset.strip().lower()
    try:
        found = _WHATWG.get(name) or codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return found if found in _WEB_CODECS else None


def _mend(text: str) -> str:
    """Undo one wrong decoding (UTF-8 once read as Windows-1252) where the marks of it stand."""
    sample = text[:_SAMPLE]
    if not any(mark in sample for mark in _MOJIBAKE_STARTS) or len(_MOJIBAKE.findall(sample)) < 2:
        return text
    mended = re.sub(r"[^\x00-\x7f]+", _mend_run, text)
    return mended if len(_MOJIBAKE.findall(mended)) < len(_MOJIBAKE.findall(text)) else text


def _mend_run(run: re.Match[str]) -> str:
    raw = bytearray()
    for character in run[0]:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return run[0]
            raw.append(ord(character))  # the five bytes that Windows-1252 leaves open pass as themselves
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return run[0]


# ------------------------------------------------------------------------------------------- small measures

_HALF = re.compile("[\ud800-\udfff]")
_WIDTHLESS = ("\u200b", "\u2060", "\ufeff")
_FOLDED = re.compile(r"\w+")
_CURLY = re.compile("[’‘]")
_TYPOGRAPHIC = re.compile("[“”–—…\xa0]")  # of what is not ASCII nearly all in English text, and no letters
_FOLDED_BYTES = bytes(ord(chr(code).lower()) if chr(code).isalnum() or code == 0x5F else 0x20 for code in range(128))
_FOLDED_BYTES += bytes(128)
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_TERMINAL = tuple(".!?…。！？।؟۔။។።։")
_CLOSERS = "\"'”’»)]*"
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Maj|Lt|Sgt|Capt|Cmdr|Adm|Brig|Sen|Rep|Gov|Rev|Hon|Prof|Jr|Sr|vs"
    r"|Inc|Ltd"
    r"|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|[ap]\.m|U\.S|U\.N|U\.K"
    r"|E\.U|D\.C|i\.e|e\.g|etc|approx|Calif|Fla|Mass|Pa|Va|Wash|Ariz|Colo|Conn|Ill|Md|Mich|Minn|Tenn|Wis))\.$"
)
_ABBREVIATION = 12  # characters: the longest of them, its point and white space have fewer
_BREAK = re.compile(r"[.!?…]+[\"'”’)\]]*\s*(?=\s[\"'“‘(\[]?[A-Z0-9À-ÞЀ-Я]|$)|[。！？]+[」』”]?")


def whole(text: str) -> str:
    """The text with its surrogate pairs joined and lone halves, which no file can hold, as U+FFFD; and printable, which
    a page's own data (`types.Page`) need not be."""
    if _HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return printable(text)


def printable(text: str) -> str:
    """The text without the characters that neither a page nor a terminal may print: controls, but blanks stay."""
    return _UNPRINTABLE.sub("", text)


def squeeze(text: str) -> str:
    """One line, single spaces, no zero-width characters, nothing unprintable."""
    if text.isprintable():  # as most texts are: of white space it has blanks alone
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    text = printable(text)
    if not text.isascii():
        for character in _WIDTHLESS:
            if character in text:
                text = text.replace(character, " ")
    return " ".join(text.split())


def fold(text: str) -> str:
    """A form for comparison: lower case, words only."""
    if not text.isascii():
        plain = _TYPOGRAPHIC.sub(" ", _CURLY.sub("", text))
        if not plain.isascii():
            return " ".join(_FOLDED.findall(plain.lower().replace("'", "")))
        text = plain
    return " ".join(text.encode().translate(_FOLDED_BYTES, b"'").decode().split())  # a third of the time of a pattern


def words(text: str) -> list[str]:
    """The words of a text, in order, as written."""
    return _WORD.findall(text)


def has_words(text: str, count: int) -> bool:
    """Whether a text has so many words: of a long one only its beginning is read."""
    return next(islice(_WORD.finditer(text), count - 1, None), None) is not None


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts stands in a text: for what is asked of every line, since `any` takes twice the time and
    a pattern of all of them, which begins anew at every letter, often ten times as long."""
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does (closing quotes and brackets aside)."""
    return text.rstrip(_CLOSERS + " ").endswith(_TERMINAL)


def small_share(text: str) -> float:
    """The share of words that begin with a lower-case letter: high in prose, low in menus and titles.

    A script without letter case counts as prose.
    """
    return small_share_of(words(text))


def small_share_of(words: Iterable[str]) -> float:
    """The same of words."""
    first = [word[0] for word in words if word[0].isalpha()]
    return sum([not letter.isupper() for letter in first]) / len(first) if first else 0.0


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, by punctuation and a list of abbreviations: for captions and evidence, where a
    sentence wrongly joined does no harm. Reading proper has its own splitter."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _BREAK.finditer(text):
        head = text[start : found.end()].rstrip("\"'”’)] ")
        after = text[found.end() : found.end() + 3].lstrip()[:1] if head.endswith("No.") else ""
        if found.end() < len(text) and (
            _ABBREVIATED.search(head, max(0, len(head) - _ABBREVIATION)) or after.isdigit()
        ):
            continue
        spans.append((start, found.end()))
        start = found.end()
    if start < len(text):
        spans.append((start, len(text)))
    return [_trimmed(text, begin, end) for begin, end in spans if text[begin:end].strip()]


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    piece = text[begin:end]
    return begin + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
