"""Finds meetings told by what people do together: signing, walking, laying a stone, sitting side by side."""

from __future__ import annotations

from collections.abc import Iterator

from wiredesk.events.clauses.clauses import clause_at, clauses
from wiredesk.events.draft import Telling
from wiredesk.events.meetings.conversations import is_call, participants
from wiredesk.events.meetings.distance import distant
from wiredesk.events.sentences import verb_tables, words
from wiredesk.events.sentences.arguments import objects, subject
from wiredesk.events.sentences.mood import Mood, mood
from wiredesk.events.sentences.nouns import is_noun
from wiredesk.events.sentences.phrases import fronted, scene
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_TOGETHER = word_set("with beside alongside")
_ON_PAPER = word_set("sign agree discuss settle negotiate initial ink launch")
"""Deeds of several that need no one room."""
_COMPANION_REACH = 9
"""Words between a deed and "with" whom it was done: "signed a treaty on trade and fisheries with". Set by hand."""


def tell_shared_deed(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "A and B signed", "A laid a stone with B in Lima"; by video or phone it is a call."""
    told, word = mood(sentence, index), sentence.word(index)
    if told.tense == "unsure" or told.passive:
        return
    doers = subject(sentence, min(told.start, index))
    if not doers:
        return
    call = is_call(sentence, index) or distant(sentence)
    found = () if call else scene(sentence, index) or fronted(sentence)
    who = doers.persons
    done = told.tense == "past" or (told.tense == "present" and sentence.part == "headline")
    on_paper = verb_tables.verbs("joint")[word][0] in _ON_PAPER
    if on_paper and "interview" in sentence.lowers:
        return  # to a reporter, and perhaps each alone
    if on_paper and not (done or found or call or _has_day(sentence, index)):
        return  # "are expected to sign a deal": each at home, as far as the words tell
    if len(who) < 2:
        companions = _companions(sentence, index)
        if not companions or not (found or call or _dated(sentence, index)):
            return
        who = (*who, *(person for person in companions if person not in who))
    yield _telling(sentence, index, told, who, call=call)


def tell_together(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "spent Saturday together on a frigate", "planted a tree together in Lima": whatever several did."""
    clause = max((one for one in clauses(sentence) if one.verb < index), key=lambda one: one.verb, default=None)
    if clause is None or clause.passive or clause.subject is None:
        return
    word, told = sentence.word(clause.verb), mood(sentence, clause.verb)
    known = (verb_tables.verbs(kind) for kind in _TOLD_OTHERWISE)
    if any(word in table for table in known) or not sentence.words(clause.verb, index).isdisjoint(_APART):
        return
    who = clause.subject.people
    if told.tense != "past" or told.negated or len({person.country for person in who}) < 2 or distant(sentence):
        return
    if scene(sentence, clause.verb) or fronted(sentence) or _dated(sentence, index):
        yield _telling(sentence, clause.verb, told, who, call=False)


_TOLD_OTHERWISE: tuple[verb_tables.VerbClass, ...] = (
    "go", "arrive", "reach", "leave", "visit", "attend", "host", "meet", "sit", "speak", "joint", "call",
)  # fmt: skip
"""Verbs that tell with several doers by themselves, of journeys or of meetings."""
_APART = word_set("said say account make makes made put work works worked hold held") | words.CLAUSE_OPENERS
"""With "together" they tell of a sum or of work, or another clause begins."""


def tell_beside(sentence: Sentence, index: int) -> Iterator[Telling]:
    """ "sat next to B at a dinner in Lima", "ran into B in Lima", "told B in Lima": two in one place."""
    lemma = verb_tables.verbs("beside")[sentence.word(index)][0]
    wanted = _BESIDE.get(lemma)
    if is_noun(sentence, index) or (wanted and not wanted & sentence.words(index + 1, index + 4)):
        return
    told = mood(sentence, index)
    met = objects(sentence, index)
    if told.tense != "past" or told.passive or met is None or met.start > index + 4:
        return
    found = scene(sentence, met.end)
    at_event = sentence.find(words.MEETING_NOUNS | _OCCASIONS, met.end + 1, met.end + 6) is not None
    call = is_call(sentence, index) or distant(sentence)
    if not (found or at_event or call):
        return
    yield _telling(sentence, index, told, participants(sentence, told, index, index), call=call)


_BESIDE: dict[str, frozenset[str]] = {
    "appear": word_set("with beside alongside"),
    "stand": word_set("with beside alongside next"),
    "sit": word_set("beside alongside next opposite across"),
    "run": word_set("into"),
}
"""What has to follow a verb that tells of no company by itself."""
_OCCASIONS = word_set("sidelines margins ceremony funeral conference forum reception inauguration")


def _telling(sentence: Sentence, index: int, told: Mood, who: tuple[Person, ...], *, call: bool) -> Telling:
    return Telling(
        type="call" if call else "meeting",
        form="joint",
        sentence=sentence,
        index=index,
        end=index,
        mood=told,
        principals=who,
        places=() if call else scene(sentence, index) or fronted(sentence),
    )


def _companions(sentence: Sentence, index: int) -> tuple[Person, ...]:
    """With whom: "signed a treaty with the premier"."""
    link = sentence.find(_TOGETHER, index + 1, index + _COMPANION_REACH)
    found = objects(sentence, link) if link is not None else None
    return found.persons if found and link is not None and found.start <= link + 3 else ()


def _has_day(sentence: Sentence, index: int) -> bool:
    """Whether the deed's own clause has a time that is no duration."""
    clause = clause_at(sentence, index)
    times = (sentence.tokens[at].time for at in clause.times) if clause is not None else ()
    return any(time is not None and time.kind != "duration" for time in times)


def _dated(sentence: Sentence, index: int) -> bool:
    told = any(token.kind == "time" for token in sentence.tokens)
    return told or sentence.find(words.MEETING_NOUNS, 0, index) is not None
