"""What is remembered of each article, by number: its fingerprint and the set that it is of.

Nothing of it is held in memory but what was used last, so that a million articles need what a thousand do.
"""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from wiredesk.copies.book import Book
from wiredesk.copies.fingerprints import Fingerprint, digest_keys, digest_values, shingles_of
from wiredesk.copies.rules import Rules
from wiredesk.types import NoticeKind

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_AT_HAND = 1024
"""Fingerprints kept as they are: a new copy is compared with those of the hour."""
_UNDATED = date.max.toordinal()
NOWHERE = -1
"""The set of an article that is taken out of its own and has not found another yet."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked at of an article before its text is: where it stands, and two bytes of each of its shingles."""

    number: int
    id: str
    order: tuple[int, str]
    report: int
    sample: bytes


class Records:
    """The articles of a book, numbered from 0 in the order in which they were put."""

    def __init__(self, book: Book, rules: Rules) -> None:
        self._book = book
        self._rules = rules
        self._near: OrderedDict[int, Fingerprint] = OrderedDict()
        (last,) = book.one("SELECT max(number) FROM article") or (None,)
        self.count: int = 0 if last is None else last + 1
        """The next article's number."""

    def put(self, new: Fingerprint) -> int:
        """Keep an article, of no set yet; its number. What was known under its id must be buried before."""
        number = self.count
        self._book.write(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            number,
            new.id,
            (new.day or date.max).toordinal(),
            NOWHERE,
            new.teaser,
            new.told,
            digest_values(new.digests).astype("<u4").tobytes(),
            sample(new.shingles),
        )
        self._book.write(
            "INSERT INTO content VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            number,
            new.instant.isoformat() if new.instant else None,
            new.outlet,
            new.credit,
            new.credit_basis,
            new.headline,
            _stored(new.words, "uint32", "<u4"),
            new.marks,
            _stored(new.above, "uint64", "<u8"),
        )
        self.count += 1
        self._hold(number, new)
        return number

    def get(self, number: int) -> Fingerprint:
        """The article of a number. Raises KeyError for one that is buried or was never given."""
        found = self._near.get(number)
        if found is None:
            row = self._book.one(
                "SELECT id, day, told, teaser, digests, instant, outlet, credit, credit_basis, headline, words, marks,"
                " above FROM article JOIN content USING (number) WHERE number = ?",
                number,
            )
            if row is None:
                raise KeyError(number)
            found = self._read(row)
        self._hold(number, found)
        return found

    def number(self, id_: str) -> int | None:
        """The number of an article's id."""
        row = self._book.one("SELECT number FROM article WHERE id = ?", id_)
        return None if row is None else cast(int, row[0])

    def bury(self, number: int) -> None:
        """Forget an article, all but its MinHash."""
        self._near.pop(number, None)
        self._book.write(
            "UPDATE article SET id = NULL, report = ?, told = NULL, sample = x'' WHERE number = ?", NOWHERE, number
        )
        for table in ("content", "teaser", "changed"):
            self._book.write(f"DELETE FROM {table} WHERE number = ?", number)

    def known(self, numbers: Sequence[int]) -> list[Known]:
        """What is known of those of the numbers that are of a set, in no order."""
        rows = self._book.all(
            f"SELECT number, id, day, report, sample FROM article WHERE number IN ({_marks(numbers)})"
            " AND id IS NOT NULL AND report >= 0",
            numbers,
        )
        return [Known(number, id_, (day, id_), report, held) for number, id_, day, report, held in rows]

    def report_of(self, number: int) -> int:
        """The set that an article is of."""
        row = self._book.one("SELECT report FROM article WHERE number = ?", number)
        return NOWHERE if row is None else cast(int, row[0])

    def members(self, report: int) -> list[int]:
        """Numbers of the articles of a set by (day, id)."""
        return [
            row[0] for row in self._book.all("SELECT number FROM article WHERE report = ? ORDER BY day, id", (report,))
        ]

    def stating(self, report: int) -> dict[str, int]:
        """The agencies that members of a set state, the one that most state first, and of each the number of the first
        member by (day, id)."""
        rows = self._book.all(
            "SELECT credit, number FROM article JOIN content USING (number)"
            " WHERE report = ? AND credit IS NOT NULL AND credit_basis = 'stated' ORDER BY day, id",
            (report,),
        )
        first = dict(reversed(rows))
        often = Counter(credit for credit, _ in rows)  # of two that are stated as often the one stated first
        return {credit: first[credit] for credit, _ in often.most_common()}

    def assign(self, numbers: Iterable[int], report: int) -> None:
        """Make articles members of a set."""
        self._book.write_each("UPDATE article SET report = ? WHERE number = ?", ((report, one) for one in numbers))

    def unite(self, reports: Iterable[int], into: int) -> None:
        """Make the members of some sets those of another."""
        self._book.write_each("UPDATE article SET report = ? WHERE report = ?", ((into, one) for one in reports))

    def reports(self) -> array[int]:
        """The sets in the (day, id) order of their founding articles."""
        found, seen = array("q"), bytearray(self.count)
        for (report,) in self._book.all("SELECT report FROM article WHERE report >= 0 ORDER BY day, id"):
            if not seen[report]:
                seen[report] = 1
                found.append(report)
        return found

    def telling(self) -> frozenset[str]:
        """Ids of the articles that tell a change."""
        return frozenset(row[0] for row in self._book.all("SELECT id FROM article WHERE told IS NOT NULL"))

    def minhashes(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """Of the articles from a number up to before another that have a MinHash, buried ones too: the numbers, and the
        values (n x permutations, 32 bits)."""
        import numpy

        rows = self._book.all(
            "SELECT number, digests FROM article WHERE number >= ? AND number < ? AND digests != x'' ORDER BY number",
            (first, last),
        )
        values = numpy.frombuffer(b"".join(digests for _, digests in rows), dtype="<u4")
        numbers = numpy.array([number for number, _ in rows], dtype="int64")
        return numbers, values.reshape(len(rows), self._rules.permutations)

    def touch(self, numbers: Iterable[int]) -> None:
        """Mark articles whose set is no longer what it was."""
        self._book.write_each("INSERT OR IGNORE INTO changed VALUES (?)", ((one,) for one in numbers))

    def touched(self) -> list[int]:
        """The sets with marked articles, in the (day, id) order of their founding articles; the marks are gone then."""
        rows = self._book.all(
            "SELECT report FROM article WHERE report IN"
            " (SELECT report FROM changed JOIN article USING (number) WHERE report >= 0) ORDER BY day, id"
        )
        self._book.write("DELETE FROM changed")
        return list(dict.fromkeys(row[0] for row in rows))

    def _read(self, row: tuple[Any, ...]) -> Fingerprint:
        import numpy

        (id_, day, told, teaser, digests, instant, outlet, credit, basis, headline, words, marks, above) = row
        own_words = array("I", numpy.frombuffer(words, dtype="<u4").astype("uint32").tobytes())
        return Fingerprint(
            id=id_,
            day=None if day == _UNDATED else date.fromordinal(day),
            instant=datetime.fromisoformat(instant) if instant else None,
            outlet=outlet,
            credit=credit,
            credit_basis=basis,
            headline=headline,
            told=cast("NoticeKind | None", told),
            words=own_words,
            marks=marks,
            shingles=shingles_of(own_words, self._rules),
            above=array("Q", numpy.frombuffer(above, dtype="<u8").astype("uint64").tobytes()),
            teaser=bool(teaser),
            digests=digest_keys(numpy.frombuffer(digests, dtype="<u4")),
        )

    def _hold(self, number: int, value: Fingerprint) -> None:
        self._near[number] = value
        self._near.move_to_end(number)
        while len(self._near) > _AT_HAND:
            self._near.popitem(last=False)


def sample(shingles: array[int]) -> bytes:
    """Two bytes of each shingle, in order."""
    import numpy

    return numpy.frombuffer(shingles, dtype="uint64").astype("<u2").tobytes()


def _stored(values: array[int], held: str, kept: str) -> bytes:
    import numpy

    return numpy.frombuffer(values, dtype=held).astype(kept).tobytes()


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
