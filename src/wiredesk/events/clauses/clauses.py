"""The clauses of a sentence: each verb with its subject, its objects and the phrases and times around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from wiredesk.events.clauses.chunks import Chunk, chunks
from wiredesk.events.clauses.lexicon import verb_forms
from wiredesk.events.clauses.subjects import subjects
from wiredesk.events.sentences.reading import Sentence


@dataclass(slots=True, kw_only=True)
class Clause:
    """A verb and what belongs to it. `group` is its chunk; `passive` tells that the subject suffers the deed."""

    group: Chunk
    lemma: str
    passive: bool
    subject: Chunk | None
    objects: list[Chunk] = field(default_factory=list)
    phrases: list[Chunk] = field(default_factory=list)
    """Noun phrases with a preposition, in order; those that open the sentence are last."""
    times: list[int] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    where: Chunk | None = None
    """The place before "where", of a clause so opened."""
    governor: int | None = None
    """The content verb of the clause that one in "-ing" hangs on."""

    @property
    def verb(self) -> int:
        """The token of the content verb."""
        return self.group.head


@lru_cache(maxsize=128)
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """All clauses, in the order of their verbs; those of an article's sentences are kept, for many tellers ask, and who
    looks for hosts when all is told asks again."""
    parts = chunks(sentence)
    doers, governors = subjects(sentence, parts)
    found: list[Clause] = []
    for at, part in enumerate(parts):
        if part.kind != "verb":
            continue
        who, participle = doers[at]
        clause = Clause(
            group=part, lemma=lemma(sentence.word(part.head)), passive=part.passive or participle, subject=who
        )
        clause.times += _before(parts, at, who)
        _gather(sentence, parts, at, clause)
        clause.where = _where(sentence, parts, at)
        clause.governor = parts[governors[at]].head if at in governors else None
        found.append(clause)
    if found:
        _give_fronted(parts, found)
    return tuple(found)


def clause_at(sentence: Sentence, verb: int) -> Clause | None:
    """The clause whose verb group the token `verb` is in."""
    return next((one for one in clauses(sentence) if one.group.start <= verb < one.group.end), None)


def behind_relative(sentence: Sentence, verb: int, index: int) -> bool:
    """ "spoke with the speaker, who had left the party, on March 3": behind what only describes somebody."""
    closed = "," in (sentence.word(index - 1), sentence.word(index - 2))
    opened = (at for at in range(verb + 1, index) if sentence.word(at) in ("who", "whom", "which", "whose"))
    return closed and any(sentence.word(at - 1) == "," for at in opened)


def lemma(word: str) -> str:
    """The verb of a written form; of an unknown one in -ed the form itself."""
    known = verb_forms().get(word)
    return known[0] if known else word


def _before(parts: list[Chunk], at: int, doer: Chunk | None) -> list[int]:
    """The times between a verb and its doer or fellow: "the king on Friday held", "and, on Tuesday, fly on"."""
    back = at - 1
    while back >= 0 and parts[back].kind in ("adverb", "comma", "time"):
        back -= 1
    if parts[at].form not in ("finite", "ed") or back < 0:
        return []
    led = parts[back].kind == "and" or (doer is not None and parts[back].start == doer.start)
    return [part.head for part in parts[back:at] if part.kind == "time"] if led else []


def _where(sentence: Sentence, parts: list[Chunk], at: int) -> Chunk | None:
    """The place that "where" in front of a clause speaks of."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if parts[back].kind == "who":
            if sentence.word(parts[back].head) != "where":
                return None
            return next((parts[one] for one in range(back - 1, -1, -1) if parts[one].places), None)
        if parts[back].kind in ("comma", "stop", "verb"):
            return None
    return None


def _give_fronted(parts: list[Chunk], found: list[Clause]) -> None:
    """ "In Quito on Tuesday she dined": what opens a sentence belongs to its first verb with a tense."""
    first = next((clause for clause in found if clause.group.form in ("finite", "ed")), None)
    if first is None or first.subject is None:
        return
    for part in parts:
        if part.start >= first.subject.start or part.kind in ("verb", "when", "who"):
            break
        if part.kind == "time" and part.head not in first.times:
            first.times.append(part.head)
        elif part.kind == "noun" and part.preposition:
            first.phrases.append(part)


def _gather(sentence: Sentence, parts: list[Chunk], at: int, clause: Clause) -> None:
    """What stands behind a verb, up to the next clause; relative clauses in between are left out."""
    last: Chunk | None = None
    index = at + 1
    while index < len(parts):
        part = parts[index]
        before = parts[index - 1].kind
        if part.kind in ("verb", "when", "stop"):
            return
        if part.kind == "who":
            index, last = _after_relative(parts, index), None
            continue
        if part.kind == "time":
            clause.times.append(part.head)
        elif part.kind == "adverb":
            clause.adverbs.append(sentence.word(part.head))
        elif part.kind in ("comma", "and"):
            if _opens_clause(parts, index + 1):
                return
        elif part.kind == "noun":
            joined = before in ("comma", "and") and last is not None and not part.preposition
            if joined and last is not None:
                _join(last, part, listed=before == "and")
            elif part.preposition:
                clause.phrases.append(part)
                last = part
            else:
                clause.objects.append(part)
                last = part
        index += 1


def _join(last: Chunk, part: Chunk, *, listed: bool) -> None:
    """ "the king, X," and "Lima and Quito": one phrase of two."""
    if part.places and last.places:
        last.places = tuple(dict.fromkeys((*last.places, *part.places)))
        return
    if part.people and (last.people or not listed):
        new = [person for person in part.people if person not in last.people]
        if listed or not last.people:
            last.people = (*last.people, *new)
        elif new and all(person.name is None for person in last.people):
            last.people = tuple(new)  # "his host, X"


def _after_relative(parts: list[Chunk], index: int) -> int:
    """Behind the relative clause at `index`: its closing comma, or the end."""
    for at in range(index + 1, len(parts)):
        if parts[at].kind == "comma":
            return at
        if parts[at].kind == "stop":
            return at
    return len(parts)


def _opens_clause(parts: list[Chunk], index: int) -> bool:
    """Whether a verb with its subject, or a verb alone, begins at `index`."""
    at = index
    while at < len(parts) and parts[at].kind in ("adverb", "time", "comma", "and"):
        at += 1
    if at >= len(parts):
        return False
    if parts[at].kind == "verb":
        return True
    if parts[at].kind == "noun" and not parts[at].preposition:
        at += 1
        while at < len(parts) and (
            parts[at].kind in ("adverb", "time") or (parts[at].kind == "noun" and parts[at].preposition)
        ):
            at += 1
        return at < len(parts) and parts[at].kind == "verb" and parts[at].form in ("finite", "ed")
    return False
