"""Values that one update leaves to the next, in pieces where they are large."""

from pathlib import Path

from sqlalchemy import delete

from wiredesk.pipeline.kept import _PIECE, Kept
from wiredesk.store import Store
from wiredesk.store.tables import derived

_LARGE = [bytes([number]) * (_PIECE // 3) for number in range(10)]


def _keep(store: Store, name: str, parts: list[bytes], gone: tuple[str, ...] = ()) -> None:
    with store.writing() as connection:
        kept = Kept(connection)
        kept.put_all("states", name, b"basis", parts)
        kept.drop_all("states", gone)
        kept.save(connection)


def _kept(store: Store, name: str) -> bytes | None:
    with store.reading() as connection:
        return Kept(connection).read_all("states", name)


def _rows(store: Store) -> list[str]:
    with store.reading() as connection:
        return sorted(name for name in connection.execute(derived.select()).scalars("name"))


def test_what_came_in_parts_comes_back_whole(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        for name, parts in (("large", _LARGE), ("small", [b"a", b"", b"b"]), ("empty", [])):
            _keep(store, name, parts)
            assert _kept(store, name) == b"".join(parts)
        assert _kept(store, "large") == b"".join(_LARGE)
        assert _kept(store, "never kept") is None


def test_no_piece_outlives_its_value(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        _keep(store, "first", _LARGE)
        _keep(store, "second", _LARGE)
        _keep(store, "second", [b"short"])
        assert _rows(store) == ["first", *(f"first {number}" for number in range(1, 4)), "second", "second 1"]
        _keep(store, "third", [], gone=("first", "second"))
        assert _rows(store) == ["third"]


def test_a_value_that_lacks_a_piece_is_none(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        _keep(store, "large", _LARGE)
        with store.writing() as connection:
            connection.execute(delete(derived).where(derived.c.name == "large 2"))
        assert _kept(store, "large") is None
