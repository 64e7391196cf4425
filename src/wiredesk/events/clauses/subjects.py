"""Whose deed each verb is: found by walking back from the verb over insertions, lists and fellow verbs."""

from __future__ import annotations

from wiredesk.events.clauses.chunks import Chunk
from wiredesk.events.clauses.lexicon import BE, DO, HAVE, MODALS, verb_forms
from wiredesk.events.clauses.lists import Lists
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import VISIT_NOUNS, word_set

Doer = tuple[Chunk | None, bool]
"""The noun phrase, and whether the verb is a participle by which it suffers: "accompanied by"."""

_ASKING = word_set("invite ask allow urge persuade expect want order send help force tell enable permit lead bring")
_AUXILIARIES = BE | HAVE | DO | MODALS
_THANKING = word_set("thank praise blame accuse congratulate commend criticise criticize credit scold")
_CROWDS = word_set("people men women children folk")
_OPENING = 4
"""Token before which a phrase still opens the sentence."""
_SEVERAL = 2


def subjects(sentence: Sentence, parts: list[Chunk]) -> tuple[dict[int, Doer], dict[int, int]]:
    """The doer of each verb chunk, by its place among the chunks; and the verbs that govern those in "-ing"."""
    finder = _Finder(sentence, parts)
    return finder.all(), finder.governors


class _Finder(Lists):
    def __init__(self, sentence: Sentence, parts: list[Chunk]) -> None:
        super().__init__(sentence, parts)
        self.found: dict[int, Doer] = {}
        self.governors: dict[int, int] = {}

    def all(self) -> dict[int, Doer]:
        verbs = [at for at, part in enumerate(self.parts) if part.kind == "verb"]
        late: list[int] = []
        for at in verbs:
            form = self.parts[at].form
            if form in ("ing", "ed") and self._is_fronted(at):
                late.append(at)
                continue
            self.found[at] = self._doer(at)
        for at in late:
            finite = self._main_after(at, [one for one in verbs if one > at and one not in late])
            who = self.found[finite][0] if finite is not None else None
            self.found[at] = (who, self.parts[at].form == "ed")
            if finite is not None:
                self.governors[at] = finite
        return self.found

    def _main_after(self, at: int, verbs: list[int]) -> int | None:
        """The main verb behind a participle that opens a sentence: the first whose doer stands behind a comma."""
        comma = next((one for one in range(at, len(self.parts)) if self.parts[one].kind == "comma"), at)
        told = [one for one in verbs if self.parts[one].form in ("finite", "ed")]
        for one in told:
            who = self.found[one][0]
            if who is not None and who.start > self.parts[comma].start:
                return one
        return told[0] if told else None

    def _is_fronted(self, at: int) -> bool:
        """ "Speaking in Lima, she said", "Having been invited, he": nothing but "when" or a comma before it."""
        led = all(
            part.kind in ("adverb", "time", "when", "and")
            or (part.kind == "noun" and part.preposition and part.end < _OPENING)
            for part in self.parts[:at]
        )
        return led and any(part.kind == "comma" for part in self.parts[at:])

    def _doer(self, at: int) -> Doer:
        form = self.parts[at].form
        if form == "to":
            return self._of_infinitive(at), False
        if form == "ing":
            return self._of_ing(at), False
        if form == "ed" and self._is_participle(at):
            return self._of_participle(at), True
        return self._of_finite(at), False

    # ------------------------------------------------------------------------------------------- verbs with a tense

    def _of_finite(self, at: int) -> Chunk | None:
        back = at - 1
        while back >= 0:
            part = self.parts[back]
            if part.kind in ("adverb", "time"):
                back -= 1
            elif part.kind == "noun":
                if not part.preposition:
                    return self.whole(back)
                back -= 1
            elif part.kind == "comma":
                listed = self.whole(back - 1) if back and self.stands_free(back - 1) else None
                if listed is not None and listed.people:
                    return listed
                opening = self._opening(back)
                if opening is None:
                    return self._fellow(at)
                back = opening - 1
            elif part.kind == "and":
                return self._fellow(at, before=back)
            elif part.kind == "who":
                return self._antecedent(back)
            elif part.kind == "verb" and self._is_auxiliary(back):
                return self.found[back][0]  # "had, on Saturday, sought out"
            elif part.kind == "verb" and part.form in ("ing", "ed", "to"):
                back -= 1  # "a delegation led by X arrived"
            else:
                return None
        return None

    def _opening(self, comma: int) -> int | None:
        """The comma that opens the insertion which the comma at `comma` closes; None if it closes none."""
        first = [
            at
            for at in range(comma - 1, -1, -1)
            if self.parts[at].kind == "comma" and not any(one.kind == "stop" for one in self.parts[at:comma])
        ]
        for at in first:
            if self.parts[at + 1].kind == "who" and sum(self._is_main(one) for one in range(at, comma)) == 1:
                return at  # "X, who had met Y, the king, in Lima, left"
        for at in first[:3]:
            opener = self.parts[at + 1]
            if at == 0:
                continue
            before = self.parts[at - 1]
            if opener.kind == "verb" and opener.form in ("finite", "ed") and not self._passive_participle(at + 1):
                return None  # "flew to Lima, met her": fellows
            if opener.kind in ("who", "when", "verb"):
                return at
            if opener.kind == "and":
                return None
            has_verb = any(one.kind == "verb" for one in self.parts[at + 1 : comma])
            aside = before.kind in ("noun", "verb") or opener.kind in ("time", "adverb")
            if aside and (not has_verb or opener.kind == "noun"):
                return at
        return None

    def _passive_participle(self, at: int) -> bool:
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        return self.parts[at].form == "ed" and after is not None and after.preposition in ("by", "in", "at", "to", "on")

    def _fellow(self, at: int, before: int | None = None) -> Chunk | None:
        """Of two verbs with one doer, that of the first; a relative clause before ", and" is over."""
        until = before if before is not None else at
        closed = until > 0 and self.parts[until - 1].kind == "comma"
        for back in range(until - 1, -1, -1):
            part = self.parts[back]
            if part.kind == "stop":
                return None
            if part.kind == "verb" and part.form in ("finite", "ed") and back in self.found:
                if closed and self._in_relative(back):
                    continue
                return self.found[back][0]
            if part.kind == "verb" and part.form in ("to", "ing") and back in self.found and self.found[back][0]:
                return self.found[back][0]
        return None

    def _is_aside(self, verb: int) -> bool:
        """ ", the office said, before leaving": who speaks is not who leaves."""
        if not self.says(self.parts[verb]) or verb + 1 >= len(self.parts):
            return False
        after = next((part for part in self.parts[verb + 1 :] if part.kind not in ("time", "adverb")), None)
        opens = any(
            self.parts[back].kind == "comma"
            and all(part.kind in ("noun", "time", "adverb") for part in self.parts[back + 1 : verb])
            for back in range(max(0, verb - 4), verb)
        )
        return opens and after is not None and after.kind == "comma"

    def _in_relative(self, verb: int) -> bool:
        for back in range(verb - 1, max(-1, verb - 5), -1):
            if self.parts[back].kind == "who":
                return back > 0 and self.parts[back - 1].kind == "comma"
            if self.parts[back].kind in ("comma", "stop", "verb", "and"):
                return False
        return False

    def _antecedent(self, who: int) -> Chunk | None:
        """Whom "who" speaks of."""
        for back in range(who - 1, -1, -1):
            part = self.parts[back]
            if part.kind == "noun":
                relative = self.sentence.word(self.parts[who].head)
                if relative == "who" and not part.people and part.preposition and back > 0:
                    continue
                return self.whole(back) if not part.preposition else part
            if part.kind not in ("comma", "time", "adverb"):
                return None
        return None

    def _is_auxiliary(self, verb: int) -> bool:
        return verb in self.found and self.sentence.word(self.parts[verb].head) in _AUXILIARIES

    # ------------------------------------------------------------------------------------------- verbs without one

    def _is_participle(self, at: int) -> bool:
        """Whether a word in -ed is no past: behind a comma and before "by", or behind an object."""
        if self._passive_participle(at):
            before = self.parts[at - 1] if at else None
            after = self.parts[at + 1]
            if before is not None and before.kind == "noun" and before.people and not before.preposition:
                return False
            if after.preposition == "by" or (before is not None and before.kind == "comma" and self._has_agent(at)):
                return True
            if before is not None and before.kind == "noun":
                bounds = ("verb", "when", "who", "stop", "comma")
                earlier = next((one for one in range(at - 1, -1, -1) if self.parts[one].kind in bounds), None)
                verb = self.parts[earlier] if earlier is not None else None
                return verb is not None and verb.kind == "verb" and not self.says(verb) and not before.people
        return False

    def _has_agent(self, at: int) -> bool:
        """ "X, received in Lima on Tuesday by Y, said": somebody behind "by", before the next mark or verb."""
        for part in self.parts[at + 1 :]:
            if part.kind not in ("noun", "time", "adverb"):
                return False
            if part.preposition == "by" and part.people:
                return True
        return False

    def _of_participle(self, at: int) -> Chunk | None:
        before = self.parts[at - 1] if at else None
        if before is not None and before.kind == "noun":
            return self.whole(at - 1)
        if before is not None and before.kind == "comma" and at >= 2 and self.parts[at - 2].kind == "noun":
            verbs = [one for one in range(at) if self.parts[one].kind == "verb"]
            if not verbs:
                return self.whole(at - 2)
        return self._fellow(at)

    def _of_ing(self, at: int) -> Chunk | None:
        before = self.parts[at - 1] if at else None
        if before is not None and before.kind == "noun" and not before.preposition:
            return self.whole(at - 1)
        if before is not None and before.kind == "noun" and (crowd := self._crowd(before, at)):
            return crowd
        apart = before is not None and before.kind in ("comma", "when")
        for back in range(at - 1, -1, -1):
            part = self.parts[back]
            if part.kind == "verb" and back in self.found and part.form != "ing":
                if apart and (part.form == "to" or self._is_aside(back)):
                    continue
                self.governors[at] = back
                blamed = self._blamed(at, back)
                return blamed or self.found[back][0]
            if part.kind == "stop":
                break
        after = next((one for one in range(at + 1, len(self.parts)) if self._is_main(one)), None)
        if after is not None:
            self.governors[at] = after
        if before is not None and before.kind == "comma" and at >= _SEVERAL:
            lead = self.parts[at - 2]
            if lead.kind == "noun" and not lead.preposition:
                return self.whole(at - 2)
        first = next(
            (one for one in range(at) if self.parts[one].kind == "noun" and not self.parts[one].preposition), None
        )
        return self.whole(first) if first is not None else None

    def _crowd(self, before: Chunk, at: int) -> Chunk | None:
        """ "the number of people arriving in Lima": several of somebody, right before what they do."""
        last = before.of[-1] if before.of else before
        word = self.sentence.word(last.head)
        several = word in _CROWDS or (word.endswith("s") and not word.endswith("ss") and word not in VISIT_NOUNS)
        return last if several and not last.people and last.end == self.parts[at].start else None

    def _is_main(self, at: int) -> bool:
        return self.parts[at].kind == "verb" and self.parts[at].form in ("finite", "ed")

    def _blamed(self, at: int, governor: int) -> Chunk | None:
        """ "thanked the minister for hosting her": who hosts is whom the main verb is about."""
        known = verb_forms().get(self.sentence.word(self.parts[governor].head))
        if known is None or known[0] not in _THANKING or self.sentence.word(self.parts[at - 1].head) != "for":
            return None
        named = (part for part in self.parts[governor + 1 : at] if part.kind == "noun" and not part.preposition)
        return next(named, None)

    def _is_adjunct(self, at: int) -> bool:
        part = self.parts[at]
        return part.kind in ("time", "adverb") or (part.kind == "noun" and bool(part.preposition))

    def _of_infinitive(self, at: int) -> Chunk | None:
        back = at - 1
        while back >= 0 and self._is_adjunct(back):
            back -= 1
        verb = next((one for one in range(at - 1, -1, -1) if self.parts[one].kind in ("verb", "stop")), None)
        if verb is None or self.parts[verb].kind == "stop":
            return None
        self.governors[at] = verb
        asked = self.parts[back] if back > verb and not self.parts[back].places else None
        known = verb_forms().get(self.sentence.word(self.parts[verb].head))
        asking = known is not None and known[0] in _ASKING and not self.parts[verb].passive
        if asked is not None and asked.kind == "noun" and asking:
            return self.whole(back)
        return self.found.get(verb, (None, False))[0]
