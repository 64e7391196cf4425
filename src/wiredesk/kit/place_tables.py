"""The tables behind `kit.places`, read once from `kit/data` (what each holds and its licence: `data/README.md`)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from wiredesk.kit.tables import words

DATA = Path(__file__).parent / "data"

PlaceKind = Literal["country", "capital", "city", "demonym", "site", "organisation"]
EntryKind = Literal["country", "capital", "city", "demonym", "site", "organisation", "state", "none"]

CERTAIN_POPULATION = 100  # thousands: a smaller town needs a word of place before it, or its country after it
SHORTEST_CERTAIN_NAME = 4

# Names that are words or people's names as well: they need a word of place too, however large the town.
COMMON_WORDS = words(
    "Nice Reading Mobile Bath Most Split Sale Bar Batman Hull Derby Salem Lincoln Jackson Victoria Santos Leon "
    "León Charlotte Madison Austin Orlando Regina Phoenix Aurora Eugene Irving Garland Independence Orange "
    "Corona Surprise Buckeye Enterprise Concord Police Union Central Marshall Mission Liberty Imperial "
    "Progress Male Malé Mendoza Rosario Toledo Medina Cordoba Córdoba Lancaster Hamilton Newton Preston "
    "Clifton Ramos Rosa Soledad Valencia Salazar Cruz Franca Kingston Wellington Nassau Sucre Clark Rio Cork "
    "Darwin Hue Osh Fez Clinton Kumar Franco Vernon Norman Tyler Carson Spring Delta Colon Colón General "
    "Guerrero Morales Carolina Angeles Melbourne Wa Bristol Hassan Rafah Florence Sydney Perth Columbus "
    "Ontario Hebron Pec Beaumont Macon Gary Ferguson Warren Nelson Durham Grant Murray Anderson Wilson Allen "
    "Roy Santa Riverside Santana Laval Ottawa-Gatineau Cambridge Sandy Crawford Eden Campbell Boulder Windsor "
    "Kennedy Mary Nancy Dudley Bolton Blackburn Bello Trujillo Chandler Gilbert Sutton Milton "
    "Providence Bonn Baker Hayes Moore Davis Johnson Carter Bush Ford Obama"
) - {"Bonn", "Melbourne", "Perth", "Bristol", "Ottawa-Gatineau", "Cambridge", "Providence", "Rafah", "Hebron"}

# Places that are given names or family names as well: beside another capitalised name they are read as part of it.
NAMES_OF_PEOPLE = words(
    "Jordan Chad Georgia Paris Israel India Kenya Ireland Cuba Sofia Santiago Milan London Virginia Florence "
    "Sydney Victoria Charlotte Madison Austin Dallas Houston Denver Brooklyn Chelsea Carolina Valencia Lincoln "
    "Jackson Washington Hamilton Orlando Regina Alexandria Montana Dakota Roman Darwin Clark Kingston Adelaide "
    "America England French German Holland Francis Salvador Kent Male Nassau Malta Niger Vienna Asia Geneva "
    "Aden Jerusalem Cairo"
)


class Entry(NamedTuple):
    """One reading of a name. `rank` orders readings of one name: population in thousands, capitals above all.

    A tuple, since 50,000 are made when the tables load.
    """

    name: str
    country: str | None
    kind: EntryKind
    rank: int = 0
    certain: bool = True


@dataclass(kw_only=True)
class Tables:
    """All names. `by_name`: the name as printed -> its readings, best first. `starts`: a name's first word ->
    the names that begin with it, longest first, for one pass over a text."""

    by_name: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    starts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    country_names: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset()


FIRST_WORD = re.compile(r"\w+")
_NOT_TOWNS = words("March May August January April June July October Police")
_NOT_COUNTRIES = words("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA")
_TAKES_S = ("an", "i", "ian", "er", "ot", "or", "in")
_CAPITAL_RANK = 1_000_000


def _rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _demonyms(cell: str) -> Iterator[str]:
    for word in _split(cell):
        yield word
        if word.endswith(_TAKES_S) and word not in ("Thai", "Papal"):
            yield word + "s"


def _entries(tables: Tables) -> Iterator[Entry]:
    """Entries of every table; the same name may come several times."""
    from babel import Locale

    for code, name, also, capitals, demonyms in _rows("countries.tsv"):
        tables.country_names[code] = name
        for form in (name, *_split(also)):
            yield Entry(name=name, country=code, kind="country", rank=_CAPITAL_RANK * 2)
            yield Entry(name=form, country=code, kind="country", rank=_CAPITAL_RANK * 2)
        for number, capital in enumerate(_split(capitals)):
            tables.capitals.setdefault(code, capital)
            rank = _CAPITAL_RANK - number
            yield Entry(name=capital, country=code, kind="capital", rank=rank, certain=capital not in COMMON_WORDS)
        for word in _demonyms(demonyms):
            yield Entry(name=word, country=code, kind="demonym", rank=_CAPITAL_RANK)
    for code, name in sorted(Locale("en").territories.items()):
        if len(code) == 2 and code not in _NOT_COUNTRIES and code not in tables.country_names:
            tables.country_names[code] = name
            yield Entry(name=name, country=code, kind="country", rank=_CAPITAL_RANK)
    for kind, code, names in _rows("sites.tsv"):
        for form in _split(names):
            yield Entry(name=form, country=code or None, kind=kind, rank=_CAPITAL_RANK * 3)  # type: ignore[arg-type]
    for row in _rows("states.tsv"):
        for form in (row[0], *_split(row[1])):
            if form not in ("Washington", "Georgia", "New York") and (len(form) > 2 and not form.endswith(".")):
                yield Entry(name=form, country="US", kind="state", rank=_CAPITAL_RANK)
    for name, code in _rows("city_forms.tsv"):
        yield Entry(name=name, country=code, kind="city", rank=_CAPITAL_RANK // 2, certain=name not in COMMON_WORDS)
    with gzip.open(DATA / "cities.tsv.gz", "rt", encoding="utf-8") as file:
        for line in file:
            name, code, thousands = line.rstrip("\n").split("\t")
            if name in _NOT_TOWNS:
                continue
            size = int(thousands)
            certain = size >= CERTAIN_POPULATION and len(name) >= SHORTEST_CERTAIN_NAME and name not in COMMON_WORDS
            yield Entry(name, code, "city", size, certain)


@cache
def load_tables() -> Tables:
    """Read all tables (about 0.1 s, once a process)."""
    tables = Tables()
    readings: dict[str, dict[tuple[str | None, str], Entry]] = {}
    for entry in _entries(tables):
        forms = [entry.name]
        if entry.certain and entry.rank >= CERTAIN_POPULATION and len(entry.name) >= SHORTEST_CERTAIN_NAME:
            forms.append(entry.name.upper())  # datelines and headlines in capitals
        for form in forms:
            known = readings.setdefault(form, {})
            key = (entry.country, entry.kind)
            if key not in known or known[key].rank < entry.rank:
                known[key] = entry
    starts: dict[str, list[str]] = {}
    for name, known in readings.items():
        tables.by_name[name] = tuple(sorted(known.values(), key=lambda entry: (-entry.rank, entry.country or "")))
        first = FIRST_WORD.match(name)
        if first:
            starts.setdefault(first.group(), []).append(name)
    tables.starts = {word: tuple(sorted(names, key=lambda name: (-len(name), name))) for word, names in starts.items()}
    tables.states = frozenset(form for row in _rows("states.tsv") for form in (row[0], *_split(row[1])))
    return tables
