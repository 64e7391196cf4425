"""How a verb tells its event: as past, present, coming, planned, wished or only imagined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from wiredesk.events.clauses.clauses import clause_at, clauses
from wiredesk.events.clauses.lexicon import verb_forms
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set

Tense = Literal["past", "present", "future", "planned", "unsure"]
"""`future`: will, would in reported speech, is to; `planned`: is expected to, plans to, was due to;
`unsure`: might, should, hopes to, refused to, would if: no event follows from it."""

_KNOWN_FORMS: dict[str, frozenset[verb_tables.Form]] = {}
_BE_NOW = frozenset({"is", "are", "am", "'s", "’s"})
_BE_THEN = word_set("was were been")
_BE = _BE_NOW | _BE_THEN | {"be", "being"}
_HAVE = word_set("has have had having")
_LIKING = word_set("like love prefer")
_WOULD = frozenset({"would", "'d", "’d", "d", "should"})


@dataclass(frozen=True, kw_only=True)
class Mood:
    """Tense and turn of a verb group; `start` is the index of its first word."""

    tense: Tense
    start: int
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    """Has or had done; `before` only the latter, and of plans those that were: "had been set to"."""
    before: bool = False
    undone: bool = False
    """A plan that the words say came to nothing: "was to have flown", "had been due"."""
    infinitive: bool = False


_PLANS = words.PLANNED | words.AGREED | words.WISHED | words.UNSURE_NOUNS


def forms(word: str) -> frozenset[verb_tables.Form]:
    """The forms that a written word may be, over all the verbs of the tables; empty for other words."""
    if not _KNOWN_FORMS:
        for kind in verb_tables.KINDS:
            for written, (_, found) in verb_tables.verbs(kind).items():
                _KNOWN_FORMS[written] = _KNOWN_FORMS.get(written, frozenset()) | found
    return _KNOWN_FORMS.get(word, frozenset())


def mood(sentence: Sentence, index: int) -> Mood:
    """The mood of the verb at `index`, read from the words to its left."""
    group, start, to = _group(sentence, index)
    form = forms(sentence.word(index)) or _open_forms(sentence.word(index))
    negated = any(word in words.NEGATIONS or word.endswith(("n't", "n’t")) for word in group)
    found = Mood(tense="present", start=start, negated=negated)
    plain = [word for word in group if word in words.AUXILIARIES or word in words.FUTURE]
    if to is not None:
        return _infinitive(sentence, index, to, found, plain)
    if not group and "base" in form and sentence.word(asked := _asked(sentence, index - 1)) in ("let", "lets"):
        return _may(sentence, index, asked, found)
    if any(word in words.FUTURE for word in plain):
        return replace(found, tense="future", passive="be" in plain)
    if "would" in plain:
        return replace(found, tense=_would(sentence, plain), passive="be" in plain)
    if any(word in words.UNSURE for word in plain):
        return replace(found, tense="unsure")
    if any(word in _HAVE for word in plain):
        return replace(
            found,
            tense="past",
            perfect=True,
            before="had" in plain,
            passive="been" in plain and "participle" in form,
            progressive="been" in plain and "ing" in form,
        )
    if any(word in _BE for word in plain):
        tense: Tense = "past" if any(word in _BE_THEN for word in plain) else "present"
        return replace(found, tense=tense, passive="participle" in form, progressive="ing" in form)
    if "did" in plain:
        return replace(found, tense="past")
    if "participle" in form and _was_to_have(sentence, start):
        return replace(found, tense="planned")
    if "past" in form:
        own = clause_at(sentence, index) if "participle" in form else None
        return replace(found, tense="past", passive=own is not None and own.passive)  # "X, received in Lima by Y, said"
    if "present" in form:
        return found
    if "ing" in form:
        found = replace(found, progressive=True, infinitive=True)
        if sentence.word(index - 1) in ("now", "currently", "presently"):
            return found  # "The minister, now touring Peru, said"
        if is_scheduled(sentence, index):
            return replace(found, tense="planned", progressive=False)
        own = clause_at(sentence, index)
        if own is not None and own.governor is not None and own.group.head == own.group.start == index:
            return replace(found, tense=mood(sentence, own.governor).tense)
        return _of_the_main_verb(sentence, index, found) or _inherited(sentence, index, start, found)
    return _inherited(sentence, index, start, found)


def is_scheduled(sentence: Sentence, index: int) -> bool:
    """ "A schedule has her arriving in Lima on Monday and leaving on Tuesday": what a programme shows is to come."""
    at = sentence.find(_PROGRAMMES, 0, index)
    verb = sentence.find(_SHOWING, at + 1, index) if at is not None else None
    if verb is None or verb + 2 > index:
        return False
    shown = sentence.tokens[verb + 1]
    return shown.kind == "person" or shown.lower in ("him", "her", "them", "the", "both")


_PROGRAMMES = word_set("schedule programme program itinerary timetable agenda diary calendar timeline plan plans")
_SHOWING = word_set("has have had shows show showed sees puts lists foresees")


def _of_the_main_verb(sentence: Sentence, index: int, found: Mood) -> Mood | None:
    """ "X, meeting Y in Lima on Friday, said": a participle between commas has the tense of the verb behind it."""
    before = sentence.tokens[max(0, index - 2) : index]
    if index and (len(before) < 2 or before[0].kind != "person" or before[1].lower != ","):
        return None
    behind = (one for one in clauses(sentence) if one.verb > index and one.group.form in ("finite", "ed"))
    main = next((one for one in behind if sentence.word(one.group.start - 1) == ","), None)
    return replace(found, tense=mood(sentence, main.verb).tense) if main is not None else None


def _open_forms(word: str) -> frozenset[verb_tables.Form]:
    """Of a verb that stands in no table: past and participle look alike, as those of "say" and "tell" do."""
    alike = verb_forms().get(word, ("", ""))[1] == "e" or (word.endswith("ed") and len(word) > 4)
    return frozenset({"past", "participle"}) if alike else frozenset()


def _group(sentence: Sentence, index: int) -> tuple[list[str], int, int | None]:
    """Auxiliaries and adverbs before a verb, where they begin, and the index of a "to" among them."""
    group: list[str] = []
    start, position = index, index - 1
    while position >= 0:
        token = sentence.tokens[position]
        word = token.lower
        if word == "to":
            return group, position, position
        known = word in words.AUXILIARIES or word in words.FUTURE or word in words.NEGATIONS
        if not (
            known or word in words.ADVERBS or token.kind == "time" or word.endswith(("n't", "n’t")) or word == "on"
        ):
            break
        if known or word.endswith(("n't", "n’t")):
            start = position
            group.append(word)
        position -= 1
    return group, start, None


LETTING = words.word_set(
    "allow allows allowed let lets permit permits permitted authorise authorised authorize authorized"
)
"""Who may go has not gone."""


def _may(sentence: Sentence, index: int, asked: int, found: Mood) -> Mood:
    """What somebody is let do: planned where it has a day."""
    dated = any(token.kind == "time" for token in sentence.tokens[index:])
    return replace(found, tense="planned" if dated else "unsure", start=asked, infinitive=False)


def _asked(sentence: Sentence, position: int) -> int:
    """The word before those who are asked or let: "let the president of Peru travel"."""
    while position > 0 and (
        sentence.tokens[position].kind in ("person", "place") or sentence.word(position) in ("from", "by", "of")
    ):
        position -= 1
    return position


def _first_of(sentence: Sentence, link: int) -> int | None:
    """The verb behind the "to" that stands before "and to", in the same clause."""
    for at in range(link - 1, 0, -1):
        if sentence.word(at - 1) == "to" and "base" in forms(sentence.word(at)):
            return at
        if sentence.word(at) in words.CLAUSE_OPENERS | {";"}:
            return None
    return None


def _infinitive(sentence: Sentence, index: int, to: int, found: Mood, inner: list[str]) -> Mood:
    """ "to visit": what stands before the "to" decides."""
    found = replace(found, infinitive=True, passive="be" in inner or "been" in inner)
    position = to - 1
    while position >= 0 and (
        sentence.word(position) in words.ADVERBS
        or sentence.word(position) in words.NEGATIONS
        or sentence.tokens[position].kind == "time"
    ):
        if sentence.word(position) in words.NEGATIONS:
            found = replace(found, negated=True)
        position -= 1
    asked = _asked(sentence, position)
    if sentence.word(asked) in words.INVITATION:
        position = asked  # "an invitation from the emperor to make a visit"
    if sentence.word(asked) in LETTING:
        return _may(sentence, index, asked, found)
    word = sentence.word(position)
    if word in ("and", "or") and (first := _first_of(sentence, position)) is not None:
        return replace(mood(sentence, first), infinitive=False)  # "was to meet the premier and to speak at a fair"
    if word in _BE_NOW:
        return replace(found, tense="future", start=position, infinitive=False)
    if word in ("was", "were"):
        undone = "have" in inner
        return replace(found, tense="planned", start=position, infinitive=False, before=True, undone=undone)
    if word == "going" and sentence.word(position - 1) in _BE:
        return replace(found, tense="future", start=position - 1, infinitive=False)
    if word in words.PLANNED:
        start = position - 1 if sentence.word(position - 1) in words.AUXILIARIES | words.ADVERBS else position
        then = any(sentence.word(at) in ("was", "were", "had") for at in range(max(0, position - 3), position))
        undone = sentence.word(position - 1) == "been" and sentence.word(position - 2) == "had"
        return replace(found, tense="planned", start=start, infinitive=False, before=then, undone=undone)
    if word in words.AGREED:
        return replace(found, tense="future", start=position, infinitive=False)
    if word in ("able", "unable") and (unable := _unable(sentence, position, found)) is not None:
        return unable
    if word in _BELIEVED and sentence.word(position - 1) in _BE:
        past = "have" in inner or sentence.word(position - 1) in _BE_THEN
        progressive = "ing" in forms(sentence.word(index))
        found = replace(found, tense="past" if past else "present", passive=found.passive and not progressive)
        return replace(found, start=position - 1, progressive=progressive, infinitive=False)
    if word == "forward":
        dated = any(token.kind == "time" for token in sentence.tokens[index:])
        return replace(found, tense="planned" if dated else "unsure", infinitive=False)  # "to welcoming her in May"
    if word in words.INVITATION:
        taken = any(sentence.word(at).startswith("accept") for at in range(max(0, position - 6), position))
        return replace(found, tense="future" if taken else "unsure", start=position, infinitive=False)
    if word in words.WISHED or (word in words.UNSURE_NOUNS and sentence.word(position - 1) not in words.CALL_WORDS):
        return replace(found, tense="unsure", start=position, infinitive=False)
    if word in _LIKING and sentence.words(position - 3, position) & _WOULD:
        return replace(found, tense="unsure", start=position, infinitive=False)  # "would like to visit"
    return _governed(sentence, to, found) or _inherited(sentence, index, to, found)


_BELIEVED = word_set("believed thought understood reported rumoured rumored known")


def _unable(sentence: Sentence, position: int, found: Mood) -> Mood | None:
    """ "will not be able to attend", "is unable to come": as "will not attend"; None for "will be able to"."""
    start = position
    while start > 0 and (sentence.word(start - 1) in words.AUXILIARIES | words.NEGATIONS | words.ADVERBS):
        start -= 1
    group = sentence.words(start, position)
    negated = bool(group & words.NEGATIONS) or any(word.endswith(("n't", "n’t")) for word in group)
    if sentence.word(position) == "able" and not negated:
        return None
    tense: Tense = "past" if group & {"was", "were", "been"} else "future"
    return replace(found, tense=tense, negated=True, start=start, infinitive=False)


def _governed(sentence: Sentence, to: int, found: Mood) -> Mood | None:
    """ "is expected there on Monday to meet", "agreed in Lima to receive": what the verb that governs it tells."""
    own = clause_at(sentence, to)
    if own is None or own.governor is None or own.governor >= to - 1:
        return None
    governor = sentence.word(own.governor)
    if governor in words.PLANNED and governor not in ("set", "plans"):
        told = mood(sentence, own.governor)
        return replace(found, tense="planned", infinitive=False, before=told.tense == "past") if told.passive else None
    if governor in words.AGREED:
        return replace(found, tense="future", start=own.governor, infinitive=False)
    return replace(found, tense="unsure", infinitive=False) if governor in words.WISHED else None


def _inherited(sentence: Sentence, index: int, start: int, found: Mood) -> Mood:
    """A bare infinitive, a verb after "and" or an -ing form: as the nearest verb group before it."""
    parted = False
    for position in range(start - 1, -1, -1):
        word = sentence.word(position)
        if word in words.FUTURE:
            return replace(found, tense="future")
        if word in _PROPOSING and "base" in forms(sentence.word(index)) and "that" in sentence.words(position, start):
            return replace(found, tense="unsure")  # "proposed to his counterpart that they meet"
        if word == "would":
            return replace(found, tense=_would(sentence, []))
        if word in words.UNSURE or word in words.WISHED:
            return replace(found, tense="unsure")
        if word in words.PLANNED and sentence.word(position + 1) == "to":
            return replace(found, tense="planned")
        if word in _BE_NOW and sentence.word(position + 1) == "to":
            return replace(found, tense="future")
        if word in _BE_THEN and sentence.word(position - 1) not in words.AUXILIARIES | {"to"}:
            return replace(found, tense="past")
        known = forms(word)
        parted = parted or word == ","
        if not known and not parted and word.endswith("ed") and len(word) > 4 and word not in _PLANS:
            return replace(found, tense="past")
        if "past" in known or word in ("did", "had"):
            if "participle" in known and sentence.word(position - 1) in _BE:
                continue  # "will be received in Lima before driving on": the auxiliaries tell
            return replace(found, tense="past")
        if "present" in known and "base" not in known:
            return found
    return found


_PROPOSING = word_set(
    "propose proposes proposed suggest suggests suggested recommend recommended demand demands demanded insist insisted"
    " request requested asked urged proposal suggestion"
)


def _would(sentence: Sentence, group: list[str]) -> Tense:
    """ "would visit" is the future of reported speech, but a mere thought beside an "if" or in "would have"."""
    lowers = sentence.lowers
    imagined = not lowers.isdisjoint(_THOUGHTS) or any(
        sentence.word(at) == "would" and sentence.word(at + 1) in ("gladly", "rather", "only")
        for at in range(len(sentence.tokens))
    )
    return "unsure" if imagined or "have" in group else "future"


_THOUGHTS = frozenset({"if", "unless"})


def _was_to_have(sentence: Sentence, start: int) -> bool:
    """ "was to have spoken in parliament and held talks": the second participle is planned like the first."""
    if sentence.word(start - 1) not in ("and", ","):
        return False
    return any(sentence.word(at) == "to" and sentence.word(at + 1) == "have" for at in range(start))
