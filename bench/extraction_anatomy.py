"""How an article's anatomy is measured against labels: agency, dateline, byline, captions, and captions in bodies.

Each accuracy is told over all labelled pages, where nothing found is right when nothing is there, and again over the
pages where there is something. A caption is met when its words agree, with or without its credit; one that stands in a
body is sought by sliding a window of its length over lead and body.
"""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Iterator, Sequence

from bench.extraction_labels import CaptionLabel, Form, Label, credit_words, form_of, words_of
from bench.extraction_measures import Read, f1
from bench.extraction_persons import folded
from wiredesk.types import Article, Caption

# A caption of fewer words ("The scene on Tuesday") may stand in a body in its own right. Set by hand.
FEWEST_WORDS_OF_A_LINE = 5
# A caption may be found with a credit left on it, which has at most this many words. Set by hand.
_MOST_WORDS_OF_A_CREDIT = 12

# Other names under which an agency's copy may be credited; the first is that of the labels.
_NAMES = (
    ("ap", "associated press"),
    ("afp", "agence france presse", "afprelaxnews", "relaxnews"),
    ("pa media", "pa", "press association"),
    ("canadian press",),
    ("tns", "tribune news service", "tribune content agency"),
    ("tass", "itar tass"),
    ("prnewswire", "pr newswire"),
    ("businesswire", "business wire"),
    ("globenewswire", "globe newswire"),
    ("upi", "united press international"),
    ("pti", "press trust of india"),
)
_FIRST = {name: names[0] for names in _NAMES for name in names}


def score(reads: Sequence[Read], labels: Sequence[Label]) -> dict[str, float]:
    """Figures by measure over the labelled pages among `reads`; none where none is."""
    pairs = list(_paired(reads, labels))
    if not pairs:
        return {}
    figures = _agencies(pairs) | _datelines(pairs) | _bylines(pairs) | _captions(pairs)
    lines = [len(caption_lines_in_body(article, label)) for label, article in pairs]
    figures["bodies_without_captions"] = statistics.fmean(count == 0 for count in lines)
    figures["caption_lines_in_bodies"] = float(sum(lines))
    figures["pages"] = float(len(pairs))
    return figures


def faults(reads: Sequence[Read], labels: Sequence[Label]) -> list[str]:
    """What went wrong, a line each, by page id: for whoever mends it."""
    lines = []
    for label, article in _paired(reads, labels):
        name = f"{label.set} {label.id}"
        if not has_agency(article, label):
            lines.append(f"agency     {name}: {agency_of(article)}, labelled {label.agency}")
        if not has_place(article, label):
            place = article.dateline.place if article.dateline else None
            lines.append(f"dateline   {name}: {place}, labelled {label.place}")
        if label.byline is not None and _name_digests(article) != label.byline:
            lines.append(f"byline     {name}: {list(article.byline)}, labelled otherwise")
        inside = len(caption_lines_in_body(article, label))
        if inside:
            lines.append(f"captions   {name}: {inside} inside the body")
        wanted, found, both, *_ = _caption_counts(label, article)
        if both < max(wanted, found):
            lines.append(f"captions   {name}: {found} found, {wanted} labelled, {both} of them agree")
    return lines


def _paired(reads: Sequence[Read], labels: Sequence[Label]) -> Iterator[tuple[Label, Article]]:
    read = {(each.page.set, each.page.id): each.found.article for each in reads}
    for label in labels:
        article = read.get((label.set, label.id))
        if article is not None:
            yield label, article


def agency_of(article: Article) -> str | None:
    """The agency that an article is credited to; an outlet's own copy is of none."""
    return article.credit if article.credit_basis == "stated" else None


def has_agency(article: Article, label: Label) -> bool:
    """Whether the agency is the labelled one; on an agency's own site it may also be credited as its own copy."""
    if label.agency is None:
        return agency_of(article) is None
    return article.credit is not None and _agency(article.credit) == _agency(label.agency)


def has_place(article: Article, label: Label) -> bool:
    """Whether the dateline's place is the labelled one, with or without the state or country printed after it."""
    if article.dateline is None or label.place is None:
        return (article.dateline is None) is (label.place is None)
    return _plain(article.dateline.place) in (_plain(label.place), _plain(label.place.split(",")[0]))


def caption_lines_in_body(article: Article, label: Label) -> list[CaptionLabel]:
    """The labelled captions, of five words or more, that stand inside lead or body and have no business there."""
    words = words_of("\n".join((*article.lead, *article.body)))
    sought = [each for each in label.captions if each.shortest[0] >= FEWEST_WORDS_OF_A_LINE and not each.also_in_body]
    windows = {
        form_of(words[at : at + length])
        for length in {each.shortest[0] for each in sought}
        for at in range(len(words) - length + 1)
    }
    return [each for each in sought if each.shortest in windows]


Pair = tuple[Label, Article]


def _agencies(pairs: Sequence[Pair]) -> dict[str, float]:
    stated = [has_agency(article, label) for label, article in pairs if label.agency]
    return {
        "agency": statistics.fmean(has_agency(article, label) for label, article in pairs),
        **({"agency_where_stated": statistics.fmean(stated)} if stated else {}),
    }


def _datelines(pairs: Sequence[Pair]) -> dict[str, float]:
    printed = [has_place(article, label) for label, article in pairs if label.place]
    return {
        "dateline_place": statistics.fmean(has_place(article, label) for label, article in pairs),
        **({"dateline_place_where_printed": statistics.fmean(printed)} if printed else {}),
    }


def _bylines(pairs: Sequence[Pair]) -> dict[str, float]:
    wanted = found = both = 0
    for label, article in pairs:
        if label.byline is None:
            continue
        names = _name_digests(article)
        wanted, found, both = wanted + len(label.byline), found + len(names), both + len(names & label.byline)
    return {"byline_f1": f1(both / max(found, 1), both / max(wanted, 1))} if wanted else {}


def _name_digests(article: Article) -> frozenset[str]:
    return frozenset(form_of(folded(name).split())[1] for name in article.byline)


def _captions(pairs: Sequence[Pair]) -> dict[str, float]:
    counts = [_caption_counts(label, article) for label, article in pairs]
    wanted, found, both, credits_wanted, credits_met = (sum(each[at] for each in counts) for at in range(5))
    if not wanted:
        return {}
    precision, recall = both / max(found, 1), both / wanted
    figures = {"caption_precision": precision, "caption_recall": recall, "caption_f1": f1(precision, recall)}
    return figures | ({"caption_credit": credits_met / credits_wanted} if credits_wanted else {})


def _caption_counts(label: Label, article: Article) -> tuple[int, int, int, int, int]:
    """Captions labelled, found and met, one to one; and of the met ones, credits labelled and met."""
    left = [each for each in label.captions if each.shortest[0]]
    wanted = sum(not each.optional for each in left)
    found = both = credits_wanted = credits_met = 0
    for caption in article.captions:
        if not words_of(caption.text):
            continue
        forms = set(_forms(caption))
        met = next((each for each in left if not forms.isdisjoint(each.forms)), None)
        if met is not None:
            left.remove(met)
        if met is not None and met.optional:
            continue
        found += 1
        if met is not None:
            both += 1
            if met.credit:
                credits_wanted += 1
                credits_met += form_of(credit_words(caption.credit or ""))[1] == met.credit
    return wanted, found, both, credits_wanted, credits_met


def _forms(caption: Caption) -> Iterator[Form]:
    """The ways in which a found caption may be a labelled one: as it is, with its credit, without what ends it."""
    words = words_of(caption.text)
    yield form_of(words + words_of(caption.credit or ""))
    for length in range(max(len(words) - _MOST_WORDS_OF_A_CREDIT, FEWEST_WORDS_OF_A_LINE), len(words)):
        yield form_of(words[:length])
    yield form_of(words)


def _agency(name: str) -> str:
    plain = _plain(name).removeprefix("the ")
    return _FIRST.get(plain, plain)


def _plain(text: str) -> str:
    marks = unicodedata.normalize("NFKD", text)
    return " ".join(words_of("".join(mark for mark in marks if not unicodedata.combining(mark))))
