import numpy

from wiredesk.stories.forming.grouping import Grouping
from wiredesk.stories.forming.rarity import Weighed, number_of
from wiredesk.stories.forming.reports import Report, Span
from wiredesk.stories.forming.splitting import two_events
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.weigh import unit

RULES = Rules()
KIND = dict.fromkeys(("quake", "magnitude", "rescuers", "collapsed"), 0.6)
HERE = {"qeshm": 1.0, "island": 1.0, "hormuz": 1.0}
THERE = {"denizli": 1.0, "valley": 1.0, "aegean": 1.0}


def vectors(*events: dict[str, float], reports: int = 4) -> list[Weighed]:
    """Reports of events of one kind, each with some words of its own."""
    return [
        numbered(unit({**KIND, **event, f"own{place}-{number}": 0.8}))
        for place, event in enumerate(events)
        for number in range(reports)
    ]


def numbered(vector: dict[str, float]) -> Weighed:
    weights = {number_of(term): weight for term, weight in vector.items()}
    terms = sorted(weights)
    return Weighed(numpy.array(terms, dtype="int32"), numpy.array([weights[term] for term in terms], dtype="float32"))


def test_two_events_of_one_kind_are_parted() -> None:
    assert two_events(vectors(HERE, THERE), RULES) == ([0, 1, 2, 3], [4, 5, 6, 7])


def test_one_event_stays_whole() -> None:
    assert two_events(vectors(HERE, reports=8), RULES) is None


def test_few_odd_reports_are_no_second_event() -> None:
    assert two_events([*vectors(HERE, reports=6), *vectors(THERE, reports=2)], RULES) is None


def test_order_of_reports_does_not_change_the_parting() -> None:
    mixed = vectors(HERE, THERE)
    turned = mixed[::-1]
    assert two_events(turned, RULES) == ([0, 1, 2, 3], [4, 5, 6, 7])


def test_group_that_took_in_both_events_is_two_and_stays_so() -> None:
    grouping = Grouping(RULES)
    made = [
        (Report(key=f"r{number}", articles=(f"a{number}",), span=Span(None, None, False)), vector)
        for number, vector in enumerate(vectors(HERE, THERE, reports=5))
    ]
    grouping.take_in(made[:4] + made[5:9])
    parted = [["r0", "r1", "r2", "r3"], ["r5", "r6", "r7", "r8"]]
    assert sorted(sorted(one.key for one in group) for group in grouping.groups().values()) == parted
    grouping.take_in([made[4], made[9]])
    assert sorted(sorted(one.key for one in group) for group in grouping.groups().values()) == [
        ["r0", "r1", "r2", "r3", "r4"],
        ["r5", "r6", "r7", "r8", "r9"],
    ]
