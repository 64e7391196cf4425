"""The passes over one article: triggers with their persons and places, then time and status, then one record each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wiredesk.events.by_role.by_role import tell_by_role
from wiredesk.events.by_role.joined import joined
from wiredesk.events.cite import Evidence, cite, join
from wiredesk.events.draft import Draft, Telling
from wiredesk.events.gathering.gather import gather
from wiredesk.events.gathering.hosts import add_hosts
from wiredesk.events.identity import is_of_body, is_official, shared
from wiredesk.events.meetings.meetings import tell_meetings
from wiredesk.events.rules import REFERENT_REACH
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import done_by_a_thing, objects_from
from wiredesk.events.sentences.reading import Sentence, read
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.asked_before import already_past
from wiredesk.events.settling.attribution import attribution, issued_by_office
from wiredesk.events.settling.context import Context
from wiredesk.events.settling.days_within import of_that_day
from wiredesk.events.settling.former_roles import held_that_day, in_office_then
from wiredesk.events.settling.headings import days_above, under
from wiredesk.events.settling.predecessors import without_predecessors
from wiredesk.events.settling.settle import settle
from wiredesk.events.settling.statements import Statements
from wiredesk.events.settling.timing import Dated, assign
from wiredesk.events.settling.to_come import in_order, of_its_tense
from wiredesk.events.visits.agenda import tell_agenda
from wiredesk.events.visits.presence import in_place_of_another
from wiredesk.events.visits.said_there import said_there
from wiredesk.events.visits.visits import tell_visits
from wiredesk.kit.places import country_of
from wiredesk.types import Annotations, Article, Dateline, Event, Person


def find(article: Article, annotations: Annotations) -> list[Event]:
    """Events of one article, in reading order."""
    if not any(is_official(seen.person) for seen in annotations.people):
        return []  # nobody whose journeys and talks are told of; two articles of three end here
    drafts, sentences = _drafts(article, read(article, annotations))
    heading = max((sentence.number for sentence in sentences if sentence.part == "headline"), default=-1)
    records = add_hosts(gather(drafts, heading, article.day), sentences)
    records.sort(key=lambda record: (record.order, record.index))
    return [_event(article, record) for record in records]


def _drafts(article: Article, sentences: Sequence[Sentence]) -> tuple[list[Draft], list[Sentence]]:
    """What each sentence tells, and the sentences with persons for "the visitor" and "her host"."""
    told = (person for sentence in sentences for token in sentence.tokens for person in token.people)
    context = Context(dateline=article.dateline, cast=tuple(dict.fromkeys(told)))
    issued, statements, above = issued_by_office(article), Statements(article.day), days_above(sentences)
    drafts: list[Draft] = []
    known: list[Sentence] = []
    for sentence in map(context.referred, map(of_that_day, sentences, (None, *sentences))):
        known.append(sentence)
        drafts = held_that_day(sentence, drafts)
        own = without_predecessors(_without_invited(_tellings(sentence)))
        tellings = [context.completed(_set_in_words(one)) for one in own]
        dated, said_times = assign(sentence, tellings)
        by_index = {telling.index: telling for telling in tellings}
        dated = {index: of_its_tense(one, by_index[index], article.day) for index, one in dated.items()}
        dated = in_order(dated, tellings, article.day)
        day = above.get(sentence.number)
        dated = {index: under(one, by_index[index], day, article.day) for index, one in dated.items()}
        dated = {index: already_past(one, by_index[index], article.day) for index, one in dated.items()}
        dated = {index: _of_the_scene(sentence, one, tellings, index) for index, one in dated.items()}
        said = context.carried(attribution(sentence, said_times))
        told_by = issued if issued is not None and not said.said else said
        dated = _of_the_statement(_of_the_journey(dated, tellings), tellings, said_times)
        new: list[Draft] = []
        for telling in tellings:
            fit = _officials(telling) or _officials(in_office_then(telling))  # "while still premier, he flew"
            if fit is not None:
                context.keep(fit)
                fit = in_office_then(fit)
                by = statements.carried(sentence, fit, told_by)
                found = statements.agreed(fit, settle(fit, dated[telling.index], by, article.day), by)
                instead = fit.form == "stand-in" or in_place_of_another(sentence, fit.index)
                new += _stand_ins(found, drafts) if instead else found
        new = [_where_they_were(sentence, draft, drafts) for draft in _each_once(new)]
        drafts += [draft for draft in new if not _is_at_home(draft, article.dateline)]
        statements.read(sentence, told_by, new)
        context.read(sentence, said)
    return _named_later(drafts, sentences), known


def _is_at_home(draft: Draft, line: Dateline | None) -> bool:
    """A minister of no country that is told, in the country that the article is from: a journey at home."""
    if draft.type != "visit" or line is None or not draft.principals or draft.destination != (line.country,):
        return False
    return not any(person.country or is_of_body(person) for person in draft.principals)


def _each_once(drafts: Sequence[Draft]) -> list[Draft]:
    """ "met in Lima on Friday and posed on a boat": the second deed of the same people is part of the meeting."""
    kept: list[Draft] = []
    for draft in drafts:
        again = draft.type == "meeting" and len(draft.principals) > 1 and not (draft.destination or draft.when)
        again = again and draft.status not in ("cancelled", "postponed")  # "was due in May, but that meeting was off"
        if again and any(one.type == "meeting" and one.principals == draft.principals for one in kept):
            continue
        kept.append(_on_the_same_day(kept[-1], draft) if kept and draft.form == "later" and not draft.when else draft)
    return kept


def _where_they_were(sentence: Sentence, draft: Draft, before: Sequence[Draft]) -> Draft:
    """ "Later in the day she met the chancellor": in the country where she had met the king."""
    if draft.type != "meeting" or draft.destination or any(token.place for token in sentence.tokens):
        return draft
    times = [token.text.lower() for token in sentence.tokens if token.kind == "time"]
    near = any(text.startswith(("later", "earlier")) for text in times)
    if not near and _NEXT.isdisjoint(sentence.lowers):
        return draft
    for other in reversed(before):
        if sentence.number - other.order > REFERENT_REACH or other.caption:
            return draft
        same = other.type in ("visit", "meeting") and other.status == draft.status and len(other.destination) == 1
        if same and shared(draft.principals, other.principals):
            pieces = tuple(replace(piece, fields=piece.fields & {"destination"}) for piece in other.evidence)
            return replace(draft, destination=other.destination, evidence=join((*draft.evidence, *pieces)))
    return draft


_NEXT = word_set("later earlier also then afterwards separately")


def _on_the_same_day(first: Draft, draft: Draft) -> Draft:
    """ "saw A on Sunday and, an hour later, B"."""
    lent = frozenset(name for name in ("when", "destination") if getattr(first, name))
    pieces = tuple(replace(piece, fields=piece.fields | lent) for piece in draft.evidence)
    return replace(draft, when=first.when, explicit=first.explicit, destination=first.destination, evidence=pieces)


def _of_the_scene(sentence: Sentence, dated: Dated, tellings: Sequence[Telling], index: int) -> Dated:
    """ "last met in Lima in May, when she attended a fair": who attends is there on the one day that is told."""
    attended = len(tellings) == 1 and tellings[0].form == "attended" and tellings[0].index == index
    if not attended or dated.times or dated.starts:
        return dated
    times = [token for token in sentence.tokens if token.time and token.time.kind not in ("duration", "time")]
    return replace(dated, times=tuple(times)) if len(times) == 1 else dated


def _of_the_journey(dated: Mapping[int, Dated], tellings: Sequence[Telling]) -> dict[int, Dated]:
    """ "flew to Lima for talks with the president on Friday": a day behind the talks is that of the journey."""
    found = dict(dated)
    for talks in (one for one in tellings if one.form == "came for"):
        journey = next((one for one in reversed(tellings) if one.type == "visit" and one.index < talks.index), None)
        if journey is not None and not (own := found[journey.index]).times and not own.starts and not own.ends:
            found[journey.index], found[talks.index] = replace(own, times=found[talks.index].times), Dated()
    return found


def _set_in_words(telling: Telling) -> Telling:
    """ "said at the end of a visit to Lima": the statement tells which end of the visit its day is."""
    edge = said_there(telling)
    return replace(telling, edge=edge) if edge is not None else telling


def _of_the_statement(dated: Mapping[int, Dated], tellings: Sequence[Telling], said: Dated) -> dict[int, Dated]:
    """ "said on Tuesday during a visit to Lima": the visit takes the day of what was said there."""
    found = dict(dated)
    for telling in tellings:
        own = found[telling.index]
        free = not (own.times or own.starts or own.ends)
        if free and len(said.times) == 1 and said_there(telling) is not None:
            found[telling.index] = replace(own, times=said.times)
    return found


def _named_later(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """ "Two ministers will travel to Lima ...": whom the next sentence opens with, if the first names nobody."""
    bodies = [sentence for sentence in sentences if sentence.part == "body"]
    if len(bodies) < 2 or any(token.people for token in bodies[0].tokens) or not _offices_told(bodies[0]):
        return list(drafts)
    opening = next((at for at, token in enumerate(bodies[1].tokens[:3]) if token.people), None)
    if opening is None:
        return list(drafts)
    named = tuple(person for person in objects_from(bodies[1], opening).persons if is_official(person))
    if not named:
        return list(drafts)
    who = Evidence(part=bodies[1].part, start=bodies[1].start, end=bodies[1].end, fields=frozenset({"principals"}))
    return [
        replace(draft, principals=named, evidence=(*draft.evidence, who))
        if draft.order == bodies[0].number
        and draft.type == "visit"
        and draft.destination
        and not draft.principals
        and not any(person.country in draft.destination for person in named)
        else draft
        for draft in drafts
    ]


def _offices_told(sentence: Sentence) -> bool:
    """Whether a sentence speaks of offices, "two ministers", rather than of leaders or delegations."""
    return any(token.lower.removesuffix("s") in words.STATE_OFFICES - {"leader"} for token in sentence.tokens)


def _stand_ins(found: Sequence[Draft], before: Sequence[Draft]) -> list[Draft]:
    """ "will go in his place": on the days of the journey called off, and told by whoever called it off."""
    off = next((draft for draft in reversed(before) if draft.type == "visit" and draft.status == "cancelled"), None)
    if off is None:
        return list(found)
    pieces = tuple(replace(piece, fields=piece.fields & {"destination", "place", "when"}) for piece in off.evidence)
    drafts: list[Draft] = []
    for draft in found:
        taken = replace(draft, when=draft.when or off.when, evidence=join((*draft.evidence, *pieces)))
        if draft.status == "expected" and off.announced_on:
            said = tuple(replace(piece, fields=frozenset({"announced_on"})) for piece in off.evidence)
            taken = replace(
                taken,
                status="announced",
                announced_on=off.announced_on,
                evidence=join((*taken.evidence, *said)),
            )
        drafts.append(taken)
    return drafts


def _tellings(sentence: Sentence) -> list[Telling]:
    """All tellings of a sentence. Where a visit and a meeting are read at one word the visit stays."""
    found: list[Telling] = []
    if sentence.caption:
        return list(tell_meetings(sentence)) or _pictured(sentence)
    for teller in (tell_visits(sentence), tell_meetings(sentence), tell_agenda(sentence)):
        taken = {telling.index for telling in found}
        found += [telling for telling in teller if telling.index not in taken]
    return joined(found, list(tell_by_role(sentence)))


def _pictured(sentence: Sentence) -> list[Telling]:
    """The visit that a picture of one traveller is from: "is welcomed on her arrival in Lima". Its present is past."""
    for telling in sorted(tell_visits(sentence), key=lambda one: not one.places):
        who = telling.principals or next(((token.person,) for token in sentence.tokens if token.person), ())
        if not telling.principals and done_by_a_thing(sentence, telling.mood.start):
            continue  # "Copies of the king's letter are in a shop in Lima"
        coming = telling.mood.tense in ("future", "planned", "unsure") or telling.hint is not None
        if telling.places and who and not coming:
            past = replace(telling.mood, tense="past", passive=False)
            return [replace(telling, principals=who[:1], mood=past, bare=False, edge="stay", form="noun")]
    return []


def _without_invited(tellings: Sequence[Telling]) -> list[Telling]:
    """ "invited her to pay a visit in May": the visit is the invitation's own, and so are its days."""
    kept: list[Telling] = []
    for telling in tellings:
        inviting = kept[-1] if kept and kept[-1].form == "invite" else None
        if inviting is not None and telling.type == "visit" and _is_asked_for(telling, inviting):
            kept[-1] = replace(inviting, end=telling.end, places=inviting.places or telling.places)
        else:
            kept.append(telling)
    return kept


def _is_asked_for(telling: Telling, inviting: Telling) -> bool:
    """Whether nothing but "to", or "for" and "on" before a noun, leads from the invitation to the visit."""
    tokens = telling.sentence.tokens[inviting.index + 1 : telling.index + 1]
    led = telling.form == "noun" and telling.bare and any(token.lower in ("to", "for", "on") for token in tokens)
    return (telling.mood.infinitive or led) and not any(token.lower in (",", ";", "and") for token in tokens)


def _is_resident(telling: Telling, person: Person) -> bool:
    """ "The ambassador in Lima took a train to Cusco", "Peru's ambassador to Chad came to Bol": no visit."""
    if "ambassador" not in (person.role or "").casefold():
        return False
    tokens = telling.sentence.tokens
    post = country_of((person.role or "").rpartition(" to ")[2].removeprefix("the "))  # "ambassador to Chad"
    posts = {post} | {
        place.country
        for at, token in enumerate(tokens[:-2])
        if person in token.people and tokens[at + 1].lower in ("in", "to") and (place := tokens[at + 2].place)
    }
    return any(place.country is not None and place.country in posts for place in telling.places)


def _is_somebodys(telling: Telling) -> str:
    """ "The minister's deputy is expected in Lima": an unnamed helper travels, and not the one who is told of.

    The owner: "her" for a pronoun, "'s" for a person, empty if nobody owns the traveller.
    """
    tokens, start = telling.sentence.tokens, telling.mood.start
    if telling.type != "visit" or telling.form in ("noun", "made known") or start < 2:
        return ""
    if tokens[start - 1].kind != "word" or telling.mood.infinitive:  # "her plan to attend" is her own
        return ""
    if tokens[start - 1].lower in words.CARRIERS:
        return ""
    if tokens[start - 2].lower in ("'s", "’s", "'", "’"):
        return "'s" if start > 2 and tokens[start - 3].kind == "person" else ""
    return "her" if tokens[start - 2].text.lower() in ("his", "her") else ""


def _officials(telling: Telling) -> Telling | None:
    """The telling with officials only; of a visit the people at home there are its hosts. None if nobody travels."""
    principals = tuple(
        person
        for person in telling.principals
        if is_official(person) and not (telling.type == "visit" and _is_resident(telling, person))
    )
    helper = _is_somebodys(telling)
    if helper == "her" or ((telling.principals or helper) and not principals):
        return None
    hosts: tuple[Person, ...] = ()
    if telling.type == "visit" and telling.places:
        there = {place.country for place in telling.places}
        hosts = tuple(person for person in principals if person.country in there)
        if len(hosts) < len(principals):
            principals = tuple(person for person in principals if person.country not in there)
        else:
            hosts = ()
    counterparts = tuple(person for person in telling.counterparts if is_official(person))
    return replace(telling, principals=principals, counterparts=(*counterparts, *hosts))


_FIELDS = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on")


def _event(article: Article, record: Draft) -> Event:
    given = {name for name in _FIELDS if getattr(record, name)}
    return Event(
        type=record.type,
        status=record.status,
        principals=record.principals,
        counterparts=record.counterparts,
        destination=record.destination,
        place=record.place,
        when=record.when,
        announced_on=record.announced_on,
        rescheduled=record.rescheduled and record.status == "postponed" and record.when is not None,
        evidence=tuple(cite(article, replace(piece, fields=piece.fields & given)) for piece in record.evidence),
        articles=(article.id,),
    )
