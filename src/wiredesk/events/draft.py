"""What one sentence tells of one event, before the sentences are brought together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wiredesk.events.cite import Evidence
from wiredesk.events.sentences.mood import Mood
from wiredesk.events.sentences.places_told import Place
from wiredesk.events.sentences.reading import Sentence
from wiredesk.types import EventStatus, EventType, Person

Edge = Literal["stay", "arrive", "leave", "single"]
"""What a verb says of the ends of a visit: its day is a day of it, its first, its last, or all of it."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A trigger with its persons and places; nothing is decided yet on time and status.

    `index` and `end` are the first and last token of the trigger. `hint` is a status that the words force.
    """

    type: EventType
    form: str
    sentence: Sentence
    index: int
    end: int
    mood: Mood
    principals: tuple[Person, ...] = ()
    counterparts: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    edge: Edge = "stay"
    hint: EventStatus | None = None
    separate: bool = False
    """Told to be apart from the visit around it: "a separate session"."""
    bare: bool = False
    """A noun that no verb governs: only its days say whether it is past or to come."""

    @property
    def homeward(self) -> bool:
        """ "returns on Friday", "will be back home by Friday": not "leaves on Friday"."""
        near = self.sentence.words(self.index, self.end + 3)
        return self.form == "leave" and bool(near & {"home", "back"} or any(one.startswith("return") for one in near))

    scene: Place | None = None
    """Where the article is at this sentence: the destination of an "arrived on Tuesday" that nothing else explains."""
    scene_evidence: Evidence | None = None
    """The sentence that names the scene; None if the dateline does."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An event as one or more sentences tell it. `order` is the number of its first sentence."""

    type: EventType
    form: str
    status: EventStatus
    principals: tuple[Person, ...]
    counterparts: tuple[Person, ...] = ()
    destination: tuple[str, ...] = ()
    place: str | None = None
    site: bool = False
    """Whether `place` is a house or base: of a visit a town told elsewhere takes its room."""
    when: str | None = None
    explicit: bool = False
    """Whether `when` names days, rather than a week or month that the days lie in."""
    first: str | None = None
    """Start day alone, from "arrived on"; joined with `last` or `days` when the tellings are brought together."""
    last: str | None = None
    days: int | None = None
    """A duration told: "six-day"."""
    announced_on: str | None = None
    rescheduled: bool = False
    """Whether `when` has the days to which it was put off."""
    speaker: str | None = None
    order: int
    index: int = 0
    caption: bool = False
    separate: bool = False
    neutral: bool = False
    """A bare noun without a day, "the stop in Togo": it fits past and coming events alike."""
    gone: bool = False
    """Whether a departure is told in the past: nothing makes the visit go on."""
    homeward: bool = False
    background: bool = False
    """Told as something of the past beside the news: "during a 2019 visit", "last came in May"."""
    leg: bool = False
    onward: bool = False
    """A journey that goes on from the stay before: "flies on to Manila", "before continuing to Quito"."""
    once_planned: bool = False
    """A plan told in the past, "was to have flown": the days that a visit put off or called off had."""
    undone: bool = False
    """Such a plan that the words themselves say came to nothing."""
    scene: Place | None = None
    scene_evidence: Evidence | None = None
    told: int = 0
    """Number of the last sentence that tells of it."""
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def explicit_ends(self) -> bool:
        """Whether the days of its ends are known, so that publication can fall inside."""
        return self.explicit or bool(self.first or self.last)

    @property
    def hint_only(self) -> bool:
        """Whether it only says what becomes of an event told before: "The trip was later called off"."""
        whole = self.type != "visit" and len(self.principals) > 1
        return self.status in ("cancelled", "postponed") and not self.destination and not whole
