"""When: gives each time expression of a sentence to the word that it dates, the event's or the announcement's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wiredesk.events.clauses.clauses import behind_relative, clause_at, clauses
from wiredesk.events.clauses.lexicon import DETERMINERS, PREPOSITIONS, verb_forms
from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.sentences.mood import LETTING, forms
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.days_within import days_within

_BREAKS = (words.CLAUSE_OPENERS - {"that", "which"}) | {";", "—", "–"}
_STARTING = word_set("begin begins began begun beginning start starts started starting")
_ENDING = word_set("until till through before")
_FINISHING = word_set("end ends ended concludes concluded")
_LASTING = word_set("runs run ran lasts last lasted")
"""What they say of days they say of the visit or the talks that they have for a subject."""
_EXCLUDING = word_set("since after by")


_RELATIVE = word_set("after before ago later earlier")


@dataclass(frozen=True, kw_only=True)
class Dated:
    """The times that belong to one word: `times` in order, `days` of a duration, `ends` a last day told."""

    times: tuple[Token, ...] = ()
    starts: tuple[Token, ...] = ()
    ends: tuple[Token, ...] = ()
    duration: Token | None = None


@dataclass
class _Collected:
    times: list[Token] = field(default_factory=list)
    starts: list[Token] = field(default_factory=list)
    ends: list[Token] = field(default_factory=list)
    duration: Token | None = None


def assign(sentence: Sentence, tellings: Sequence[Telling]) -> tuple[dict[int, Dated], Dated]:
    """Times by the index of the telling's trigger, and those of the saying verbs (the announcement's)."""
    if not any(token.kind == "time" for token in sentence.tokens):
        return {telling.index: Dated() for telling in tellings}, Dated()
    anchors = {telling.index: telling.index for telling in tellings}
    anchors |= {telling.end: telling.index for telling in tellings}
    saying = {index for index, token in enumerate(sentence.tokens) if token.lower in words.SAYING and not token.quoted}
    if not words.SPEAKING_BODIES.isdisjoint(sentence.lowers):
        saying |= {index for index in range(1, len(sentence.tokens)) if presented(sentence, index)}
    saying -= set(anchors)
    if not (anchors or saying):
        return {}, Dated()
    deeds = {one.verb for one in clauses(sentence) if one.group.form in ("finite", "ed")}
    others = {
        index
        for index, token in enumerate(sentence.tokens)
        if index not in anchors and index not in saying
        if _other_verb(sentence, index) or (index in deeds and _is_open_deed(sentence, index))
    }
    lasting = {telling.index for telling in tellings if telling.form == "stay" and telling.edge == "arrive"}
    found: dict[int, _Collected] = {telling.index: _Collected() for telling in tellings}
    said = _Collected()
    for index, token in enumerate(sentence.tokens):
        if token.kind != "time" or token.time is None or token.time.kind == "time":
            continue
        anchor = _anchor(sentence, index, set(anchors), saying, others)
        if anchor is None or _is_of_the_occasion(sentence, index, anchors.get(anchor), tellings):
            continue
        if anchor in anchors and anchors[anchor] in lasting and tells_since(sentence, index):
            found[anchors[anchor]].times.append(token)
        elif not _belongs_to_a_thing(sentence, index):
            _add(said if anchor in saying else found[anchors[anchor]], sentence, index, token)
    for index, one in found.items():
        if not (one.times or one.starts or one.ends) and (lent := _before_when(sentence, index)) is not None:
            one.times.append(lent)
    _count_days(sentence, tellings, found)
    return {index: _frozen(one) for index, one in found.items()}, _frozen(said)


def _is_of_the_occasion(sentence: Sentence, index: int, anchor: int | None, tellings: Sequence[Telling]) -> bool:
    """ "invited her to Lima during a meeting on Monday": the day on which she was asked, not that of the visit."""
    if anchor is None or not any(one.index == anchor and one.form == "invite" for one in tellings):
        return False
    return any(
        sentence.word(at) in ("during", "when") and sentence.find(_OCCASIONS, at, index) is not None
        for at in range(anchor, index)
    )


_OCCASIONS = words.MEETING_NOUNS | words.CALL_NOUNS | {"met", "spoke"}


def _count_days(sentence: Sentence, tellings: Sequence[Telling], found: dict[int, _Collected]) -> None:
    """Give a visit the ends that a day within it tells; that day dates no other visit of the sentence."""
    visits = [telling for telling in tellings if telling.type == "visit"]
    for telling in visits:
        counted = days_within(sentence, (telling.index, telling.end))
        if counted is None:
            continue
        day, first, last = counted
        for other in (found[one.index] for one in visits if one.index != telling.index):
            if day in other.times:
                other.times.remove(day)
                found[telling.index].duration = found[telling.index].duration or other.duration
                other.duration = None
        own = found[telling.index]
        own.duration = own.duration or _length_before(sentence, telling)
        own.times, own.starts, own.ends = [], [first] if first else [], [last] if last else []


def _length_before(sentence: Sentence, telling: Telling) -> Token | None:
    """The length that describes the visit: "the last day of her two-day visit"."""
    before = (at for at in range(telling.end - 1, max(-1, telling.end - 1 - _LENGTH_REACH), -1))
    return next((sentence.tokens[at] for at in before if _is_length_of(sentence, at, telling.end)), None)


def _belongs_to_a_thing(sentence: Sentence, index: int) -> bool:
    """ "a memorial to the victims of the 1949 deportations": the year says which of them, and not when somebody met."""
    time, following = sentence.tokens[index].time, sentence.word(index + 1)
    if time is None or time.kind != "year" or sentence.word(index - 1) != "the" or not following.isalpha():
        return False
    gathering = following in words.GATHERINGS | words.VISIT_NOUNS | words.MEETING_NOUNS | words.CALL_NOUNS
    return not gathering and not forms(following) and following not in PREPOSITIONS | words.CLAUSE_OPENERS


def _before_when(sentence: Sentence, index: int) -> Token | None:
    """ "was last there in March, when she visited Lima": the time that the clause in "when" explains."""
    for at in range(index - 1, 1, -1):
        word = sentence.word(at)
        if word == "when":
            before = sentence.tokens[at - 2 if sentence.word(at - 1) == "," else at - 1]
            return before if before.time and before.time.edtf and before.time.kind != "duration" else None
        if sentence.tokens[at].kind == "time" or word in _BREAKS:
            return None
    return None


def presented(sentence: Sentence, index: int) -> bool:
    """ "that her ministry presented on Tuesday", "which the palace outlined": any deed of a body that speaks."""
    word = sentence.word(index)
    if not word.endswith("ed") or sentence.word(index - 1) not in words.SPEAKING_BODIES:
        return False
    owned = sentence.word(index - 2) in ("the", "'s", "’s") or sentence.tokens[index - 2].kind in ("person", "place")
    return owned and sentence.find(_RELATED, index - 5, index - 1) is not None


_RELATED = frozenset({"that", "which", "as"})


def tells_since(sentence: Sentence, index: int) -> bool:
    """Whether the time at `index` is one since which something lasts."""
    return sentence.tokens[index].text.lower().startswith("since") or sentence.word(index - 1) == "since"


def _frozen(one: _Collected) -> Dated:
    return Dated(times=tuple(one.times), starts=tuple(one.starts), ends=tuple(one.ends), duration=one.duration)


def _add(into: _Collected, sentence: Sentence, index: int, token: Token) -> None:
    before = sentence.word(index - 1)
    if before in ("the", "morning", "of", "evening"):
        before = next(
            (sentence.word(at) for at in range(index - 2, max(-1, index - 5), -1) if sentence.word(at) in _ENDING),
            before,
        )
    assert token.time is not None
    text, told = token.text.lower(), token.time.edtf or ""
    if token.time.kind == "duration":
        if sentence.word(index + 1) not in _RELATIVE and before != "by":  # "delayed by two weeks"
            into.duration = into.duration or token
    elif text.startswith("since"):
        return
    elif told.startswith("/"):
        into.ends.append(token)
    elif before in _EXCLUDING or (before == "than" and sentence.word(index - 2) == "rather"):
        return
    elif before in _ENDING or (before == "to" and sentence.word(index - 2) == "("):  # "in Lima (to June 7)"
        into.ends.append(token)
    elif any(sentence.word(at) in _STARTING for at in (index - 1, index - 2)) and index >= 2:
        into.starts.append(token)
    elif any(sentence.word(at) in _FINISHING for at in (index - 1, index - 2)) and index >= 2:
        into.ends.append(token)
    else:
        into.times.append(token)


def _is_open_deed(sentence: Sentence, index: int) -> bool:
    """A verb with a tense that no table of events has: "kept", "died"."""
    word = sentence.word(index)
    told = words.AUXILIARIES | words.PLANNED | words.ADVERBS | _LASTING | _STARTING | _FINISHING
    adjective = sentence.word(index - 1) in PREPOSITIONS | DETERMINERS  # "behind closed doors"
    if not word.isalpha() or forms(word) or word in told or adjective:
        return False
    return word in verb_forms()


def _other_verb(sentence: Sentence, index: int) -> bool:
    """Another deed of the sentence, which a time may belong to: a known verb or a word ending in -ed after a person."""
    token = sentence.tokens[index]
    if token.kind != "word" or token.lower in words.AUXILIARIES | _STARTING | _FINISHING:
        return False
    if token.lower in words.PLANNED or token.lower in words.ADVERBS or token.lower in _LASTING:
        return False
    if token.lower in LETTING:
        return True
    known = forms(token.lower)
    if known == {"ing"} and clause_at(sentence, index) is None:
        return False  # "at the crossing on Wednesday"
    talks = token.lower in words.MEETING_NOUNS and (index == 0 or sentence.tokens[index - 1].kind != "person")
    if talks or (known and is_noun(sentence, index)):
        return False
    if known == {"base"}:
        # "will address the assembly on Tuesday and leave on Friday"
        times = (at for at, token in enumerate(sentence.tokens) if token.kind == "time")
        return sentence.word(index - 1) in words.FUTURE and any(sentence.word(at + 1) == "and" for at in times)
    if known:
        return bool(known - {"base"}) and token.lower not in ("set", "put", "cut", "left")
    return (
        token.lower.endswith("ed")
        and index > 0
        and (
            sentence.tokens[index - 1].kind == "person"
            or sentence.word(index - 1) in {"and", "was", "were", "who", "that", "had"}
        )
    )


def _anchor(sentence: Sentence, index: int, anchors: set[int], saying: set[int], others: set[int]) -> int | None:
    """The nearest trigger or saying verb before the time in its clause, else the first one after it."""
    if sentence.caption and anchors:
        return min(anchors)  # a caption has one event and one day
    if sentence.word(index + 1) in LETTING:
        return None  # "on Tuesday let her travel to Spain in June"
    later = next((one.verb for one in clauses(sentence) if index in one.times and index < one.verb), None)
    if later is not None and later in anchors:
        return later  # "dine with the premier and, on Tuesday, fly on"
    own = (one.verb for one in clauses(sentence) if index in one.times and one.verb in anchors)
    if (verb := next((one for one in own if behind_relative(sentence, one, index)), None)) is not None:
        return verb
    if _opens_clause(sentence, index) and (first := _later(sentence, index, anchors | saying)) is not None:
        return first
    position = _before_aside(sentence, index) - 1
    while position >= 0:
        if position in saying and sentence.word(position) == "according" and _parted(sentence, position, index):
            return _later(sentence, index, anchors) or position  # "according to the palace, on Monday she met"
        if position in saying:
            noun = _lasting(sentence, index, anchors)
            return noun if noun is not None else position  # "said at the start of a three-day visit"
        if position in anchors:
            return position
        if position in others:
            if (noun := _lasting(sentence, index, anchors)) is not None:
                return noun  # "spoke midway through a three-day visit"
            return _later(sentence, index, anchors) if _at_clause_start(sentence, index) else None
        word = sentence.word(position)
        if word in _BREAKS and not _opens_with_time(sentence, position, index) and not _as_somebody(sentence, position):
            break
        position -= 1
    return _later(sentence, index, anchors | saying)


def _before_aside(sentence: Sentence, index: int) -> int:
    """ "spoke with the premier, who had resigned, on Friday": where the aside begins that stands before the time."""
    comma = index - 2 if sentence.word(index - 1) in ("on", "in") else index - 1
    if sentence.word(comma) != ",":
        return index
    for at in range(comma - 1, 0, -1):
        if sentence.word(at) == ",":
            return at if sentence.word(at + 1) in ("who", "whose", "which") else index
    return index


def _lasting(sentence: Sentence, index: int, anchors: set[int]) -> int | None:
    """The visit right behind a length that describes it."""
    noun = sentence.find(words.VISIT_NOUNS, index + 1, index + _LENGTH_REACH)
    return noun if noun is not None and noun in anchors and _is_length_of(sentence, index, noun) else None


_LENGTH_REACH = 5
"""Words from "three-day" to the visit: "three-day official state visit". Set by hand."""


def _is_length_of(sentence: Sentence, index: int, noun: int) -> bool:
    """Whether a duration describes the noun: nothing between but adjectives."""
    time = sentence.tokens[index].time
    between = sentence.tokens[index + 1 : noun]
    described = all(one.kind == "word" and one.lower not in _BREAKS | words.AUXILIARIES for one in between)
    return time is not None and time.kind == "duration" and described


def _parted(sentence: Sentence, first: int, index: int) -> bool:
    return any(sentence.word(at) == "," for at in range(first, index))


def _later(sentence: Sentence, index: int, anchors: set[int]) -> int | None:
    for position in range(index + 1, len(sentence.tokens)):
        if position in anchors:
            return position
        if sentence.word(position) in _BREAKS and sentence.word(position) not in ("—", "–"):
            return None
    return None


def _at_clause_start(sentence: Sentence, index: int) -> bool:
    before = sentence.word(index - 1)
    return before in (",", "and", ";", "that") or sentence.word(index - 2) in (",", "and", ";", "that")


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """ ", and in May 2031 she flew": behind a comma or "and", and right before who does it."""
    at = index - 2 if sentence.word(index - 1) in ("in", "on", "by") else index - 1
    following = index + 2 if sentence.word(index + 1) == "," else index + 1
    if sentence.word(at) not in ("and", "but", ";") or following >= len(sentence.tokens):
        return False
    return sentence.tokens[following].kind == "person" or sentence.word(following) in ("he", "she", "they", "the")


def _opens_with_time(sentence: Sentence, position: int, index: int) -> bool:
    """ "before", "after", "until", "since" right before the time are prepositions, not clauses."""
    return index - position <= 2 and sentence.word(position) in (_ENDING | _EXCLUDING)


def _as_somebody(sentence: Sentence, position: int) -> bool:
    """ "his first journey as minister": no clause."""
    if sentence.word(position) != "as":
        return False
    office = sentence.tokens[position + 1].kind == "person" or not words.STATE_OFFICES.isdisjoint(
        sentence.words(position + 1, position + 4)
    )
    return sentence.word(position + 2) in (",", "") or office
