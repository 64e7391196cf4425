"""Photo credits: where in a caption one stands, and which lines are nothing else."""

from __future__ import annotations

import re

from wiredesk.extract.wires.agencies import agency_in, agency_of

_LENGTH = 120  # characters; a longer line is no credit alone. Set by hand, as the next
_WHO_WORDS, _CAPITALS = 16, 0.6  # most words of whose picture it is, and the share of them with a capital letter
_TAIL = 170  # characters at the end of a caption in which its credit begins
_LABEL_WORD = (
    r"(?:photo(?:graph)?s?(?:graphie|graphy|grapher)?|fotos?|fotografías?|fotografie|image[ns]?|imágenes|pictures?"
    r"|pics?"
    r"|bild(?:er)?|credits?|crédits?|créditos?|source|courtesy|illustrations?|screen ?(?:shot|grab)|video still|still"
    r"|graphic|graphics|cortesía|фото)"
)
_LABEL = (
    r"(?:(?:image|photo|picture|file|archive|video|crédit|photo de|bild|foto)[ -])?"
    rf"{_LABEL_WORD}(?: de l[ae']| da| del?)?"
)
_NAME = r"[A-ZÀ-ÞА-Я][\w.'’-]*"
_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|UPI|TASS|PTI|ANI|IANS|PA|AAP|CP|dpa|DPA|ANSA|APA|NTB|TT|Reuters|REUTERS|Xinhua|XINHUA|Kyodo"
    r"|Yonhap|Bloomberg|Getty|GETTY|Anadolu|AA|Shutterstock|Alamy|iStock|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Zuma"
    r"|ZUMA|USA TODAY|Sipa|SIPA|ABACA|Imago|IMAGO|picture alliance|Keystone|Ritzau|Lehtikuva|Adobe Stock|CNN|NBC|CBS"
    r"|ABC"
    r"|TNS|Imagn|SOPA|NurPhoto|Sputnik|Pool|POOL|Handout|HANDOUT)"
)
_LABELLED = re.compile(
    rf"(?P<stop>[.!?)\]”\"'’]\s*|\s["
    rf"|–—•·-]\s*|\s+|^)\(?(?P<credit>(?P<label>{_LABEL})\s*(?P<mark>by|courtesy of|courtesy"
    rf"|via|from|[:：/]| :)\s*(?P<who>\S.{{1,110}}))$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"(?P<stop>[.!?”\"'’)]\s*|\s[|–—•·-]\s*|\s+)(?P<credit>(?:{_AGENCY}(?:[ -](?:Photo|PHOTO|Images|pool"
    rf"|POOL))?\s*/\s*"
    rf"(?:[^.]|(?<=\b[A-Z])\.){{2,80}}?(?:/[^.]{{2,30}})?|(?:AP|AFP|EPA|EFE|UPI|PTI|Reuters|REUTERS) (?:Photo|PHOTO"
    rf"|photo)(?:\s[^.]{{2,60}})?"
    rf"|(?:Getty Images|AP Photo|EPA-EFE|Shutterstock|iStock)[^.]{{0,60}}))\.?$"
)
_AFTER_STOP = re.compile(
    rf"(?P<stop>[.!?”\"'’)]\s+|(?<=[a-zà-ÿ]{{2}})\.|\s[|–—•·]\s*)(?P<credit>{_NAME}(?: (?:{_NAME}|de|van|von|der|la|al"
    rf"|bin)){{0,4}}\s*(?:/"
    rf"|,| via"
    rf"| for)\s*(?:{_NAME}|via|the)(?:[ /-](?:{_NAME}|via|for|the|of|and|USA|\+)){{0,6}})\.?$"
)
_NAMED = re.compile(
    rf"\s(?P<credit>(?:{_NAME} (?:{_NAME[:-1]}*\. )?)?{_NAME}\s*(?:/| via )\s*{_AGENCY}\b[^.]{{0,50}})\.?$"
)
_OWNED = re.compile(r"(?P<stop>[.!?]\s*|\s[|–—-]\s*|\s+)(?P<credit>©\s*[^.]{2,80}|\(c\) [A-Z][^.]{2,60})\.?$")
_COURTESY = re.compile(r"(?P<stop>[.!?]\s+|\s[|–—-]\s+)(?P<credit>Courtesy(?: of)?:? [^.]{2,80})\.?$")
_TWEET = re.compile(r"\s*[—–-]{1,2}\s(?P<credit>[^—–()]{2,50} \(@\w{1,30}\))\s*(?P<day>\w+ \d{1,2}, \d{4})?$")
_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,160}?(?:\([^()]*\)[^()\[\]]{0,60})?)\s*[)\]][\s.]*$")
_PICTURE_WORDS = re.compile(
    r"\b(?:photos?|photographs?|photographer|pool|via|getty|images?|shutterstock|handout|courtesy|epa|file"
    r"|picture|pictures|reuters|afp|stringer|press service|press office|screengrab|screenshot|flickr|wikimedia|twitter"
    r"|facebook|youtube|instagram|archives?|foto|archiv|fotos|bild|crédit|alamy|istock)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|is|was|were|are|has|had|have|will|would|and the|the|he|she|they|it|who|which|that)\b"
)
_STARTS_AS_PHOTO = re.compile(
    r"(?:file |archive )?(?:photo|image|picture|foto|courtesy|credit|crédit|pool)", re.IGNORECASE
)
_OUTRIGHT = re.compile(
    r"\bAP Photo\b|\bPool Photo\b|\bGetty\b|\bvia (?:AP|AFP|Reuters|REUTERS|Getty|EPA|TASS|Xinhua|Twitter|Facebook|X\b)"
    r"|\b[Pp]hoto(?:graph)? (?:by|courtesy)\b|\bUSA TODAY\b|\bShutterstock\b|\biStock\b|^[Cc]ourtesy"
)
_TWO_NAMES = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3} ?[/|] ?[A-ZÀ-Þ].{1,60}")
_ONLY_CREDIT = re.compile(
    rf"[(\[]?\s*(?:(?P<label>{_LABEL})\s*(?:by\b|[:：/]| :|courtesy\b|(?<=source),)\s*(?P<who>\S.{{1,90}})"
    rf"|(?:AP|AFP|EPA|EFE|Reuters|Getty|Xinhua|PTI|dpa)(?: Photo| Images)?\s?/\s?\S.{{1,80}}"
    rf"|(?:AP|AFP|Reuters|EPA|PTI|AP file|file) photo|getty images|shutterstock|©\s?\S.{{2,80}}"
    rf"|(?-i:(?:[A-ZÀ-Þ][\w.'’-]* ){{0,3}}[A-ZÀ-Þ][\w.'’-]*)\s?(?:/|via)\s?"
    rf"(?:Getty|AFP|AP|Reuters|EPA|Shutterstock|Bloomberg)\b.{{0,40}})\s*[)\]]?\.?",
    re.IGNORECASE,
)
_ENDS_IN_AGENCY = re.compile(rf"\b{_AGENCY}\s$")
_AGENCY_ALONE = re.compile(
    r"\s*(?:[(\[](?P<in>[^()\[\]]{2,30})[)\]]|(?:(?<=[.!?”\"])\s*[|–—-]?|\s[|–—-])\s*(?P<out>[A-Z][\w ]{1,20}))\.?$"
)
_LICENCE = re.compile(r"\s*[,|]?\s*(?:Acquire|Purchase|Buy) (?:Licensing Rights|Licence|License)\b.*$")
_RIGHTS_LEFT = re.compile(r"\s*(?:©|\([cC]\))(?: \d{4})?$")
_SLASH = re.compile(r"/\s?[A-Z(]")
_LINK = re.compile(r"[:：/]|(?:by|from|de)\b")  # what stands between a label and whose picture it is
_LABEL_END = re.compile(
    r"(?:redit|REDIT|mage|MAGE|ic|icture|ild|ource|OURCE|hot|rab|till|raphic|ustration|oto|фото|Фото|rafía|ortesía)"
    r"[a-zé]{0,4} ?\Z"
)
_LABEL_END_LENGTH = 15  # characters: it has no more


def _may_hold(text: str) -> bool:
    """Whether a text may hold a credit at all; nearly none does, so the plain search goes first."""
    stock, slash, other = "tock" in text, "/" in text, not text.isascii()
    if (  # written out, for this is asked of every line: a loop over a table takes three times as long
        "|" in text or "hoto" in text or "HOTO" in text or "etty" in text or "ourtesy" in text or " via " in text
        or "(c)" in text or (other and "©" in text) or ("Y" in text and ("GETTY" in text or "OURTESY" in text))
        or (stock and ("Stock" in text or "hutterstock" in text))
    ):  # fmt: skip
        return True
    if slash and _SLASH.search(text):
        return True
    agency = "P" in text and ("AP" in text or "AFP" in text or "EPA" in text or "PTI" in text or "UPI" in text)
    if agency and text.endswith(("AP", "AP.", "AFP", "AFP.", "EPA", "EPA.", "PTI", "PTI.", "UPI", "UPI.")):
        return True
    if not (
        agency or slash or stock or ":" in text or " by " in text or " de " in text or "mage from" in text
        or (other and "：" in text)
    ):  # fmt: skip
        return False
    if "Foto" in text:
        return True
    for link in _LINK.finditer(text):  # each looked back from: to look for labels takes three times as long
        at = link.start()
        if at and _LABEL_END.search(text, max(0, at - _LABEL_END_LENGTH), at):
            return True
    return False


def is_credit_line(line: str) -> bool:
    """Whether a line is a photo credit alone ("Photo: Jane Doe/Reuters")."""
    if len(line) > _LENGTH or not _may_hold(line):
        return False
    found = _ONLY_CREDIT.fullmatch(line.strip())
    if found is None or (found["label"] or "").lower() == "source":  # that is the report's own
        return False
    return found["label"] is None or _is_who(found["who"])


def _is_who(who: str) -> bool:
    """Whether words behind a label can be whose picture it is: mostly capitalised, no sentence."""
    words = [
        word for word in re.findall(r"[^\W\d_][\w'’.-]*", who) if word.lower() not in {"by", "of", "via", "for", "the"}
    ]
    capitals = sum(not word[0].islower() for word in words)
    if not capitals or len(words) > _WHO_WORDS:
        return False
    named = "/" in who and len(words) <= _WHO_WORDS // 2  # Jane Doe/picture alliance/dpa
    return named or (capitals >= _CAPITALS * len(words) and not _SAYS.search(who.replace("the ", "")))


def split_credit(text: str, caption: bool = False) -> tuple[str, str | None]:
    """The caption without its credit, and the credit without its brackets. `caption`: the text is known to be one."""
    if "Licen" in text[-30:]:
        text = _LICENCE.sub("", text)
    if ")" in text[-3:] or "]" in text[-3:]:
        if (found := _BRACKET.search(text)) and _is_credit(found[1]):
            return text[: found.start()].rstrip(" |–—-"), found[1].strip()
        if "(@" in text and (tweet := _TWEET.search(text)):
            return text[: tweet.start()].rstrip(), tweet["credit"]
    elif "(@" in text[-90:] and (tweet := _TWEET.search(text)):
        return text[: tweet.start()].rstrip(), tweet["credit"]
    start = max(0, len(text) - _TAIL)
    tail = text[start:]
    if not (caption or _may_hold(tail)) or is_credit_line(text):
        return text, None
    for shape in (_LABELLED, _AFTER_STOP, _MARKED, _OWNED, _COURTESY, _NAMED):
        for found in shape.finditer(tail):
            if start + found.start("credit") <= 8 or not _holds(shape, found):
                continue
            keep = text[: start + found.start("credit")].rstrip()
            return _RIGHTS_LEFT.sub("", keep).rstrip(" |–—•·-(").rstrip(), found["credit"].strip().rstrip(")")
    return text, None


def _holds(shape: re.Pattern[str], found: re.Match[str]) -> bool:
    """Whether a match is a credit by more than its shape."""
    if shape is _LABELLED:
        if _ENDS_IN_AGENCY.search(found.string[: found.start("credit")]):
            return False  # AFP PHOTO/JANE DOE: the label is the agency's
        parted = found["stop"].strip() != "" or found["mark"] in {":", "："} or found["label"][:1].isupper()
        coloned = found["mark"].strip() in {":", "："}
        return (coloned if found["label"].lower() == "source" else parted) and _is_who(found["who"])
    if shape is _AFTER_STOP:
        credit = found["credit"]
        if "/" in credit or " via " in credit:
            return not _SAYS.search(credit.replace("the ", ""))
        last = re.split(r",| for ", credit)[-1].strip()
        return (
            agency_of(last) is not None
            or _PICTURE_WORDS.search(last) is not None
            or (" for " in credit and " " in credit.partition(" for ")[0])
        )
    return True


def agency_mark(text: str) -> tuple[str, str | None]:
    """A caption without the agency that stands alone behind it ("... in Lima. (AFP)", "... in Lima. Reuters"). In a
    report's own text the same is the report's credit."""
    found = _AGENCY_ALONE.search(text[-_TAIL:])
    who = (found["in"] or found["out"]).strip() if found else ""
    if found is None or agency_of(who, slot=True) is None:
        return text, None
    return text[: len(text) - len(found[0])].rstrip(), who


def _is_credit(bracket: str) -> bool:
    """Whether the words of a closing bracket are a photo credit: an agency's mark with a photographer's name, or the
    words that only pictures have."""
    starts = _STARTS_AS_PHOTO.match(bracket) is not None
    if _SAYS.search(bracket.replace("the ", "", 1) if "/" in bracket else bracket) and not starts:
        return False
    if starts or bracket.lower() in {"file", "archive", "archives"} or _OUTRIGHT.search(bracket):
        return True
    if "/" in bracket and (agency_in(bracket.replace("/", " ")) or _PICTURE_WORDS.search(bracket)):
        return True
    if _TWO_NAMES.fullmatch(bracket):
        return True
    names = bracket.split(",")
    last = names[-1].strip()
    return (
        len(names) > 1
        and len(bracket) <= 120
        and (_PICTURE_WORDS.search(last) is not None or agency_of(last) is not None)
    )
