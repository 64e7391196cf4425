from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.sample_site import DAY, VISIT, sample_site

from wiredesk.errors import UsageError
from wiredesk.kit.marks import SITE_MANIFEST
from wiredesk.publish import publish
from wiredesk.publish.addresses import story_path, thread_path
from wiredesk.publish.folder import read_manifest, write_site


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_publishing_returns_every_file_that_it_stands_for(tmp_path: Path) -> None:
    files = publish(sample_site(), tmp_path / "new" / "site")
    assert {str(file.relative_to(tmp_path / "new/site")) for file in files} | {SITE_MANIFEST} == set(
        everything(tmp_path / "new/site")
    )


def test_publishing_again_writes_nothing_anew(tmp_path: Path) -> None:
    files = publish(sample_site(), tmp_path)
    stamps = [file.stat().st_mtime_ns for file in files]
    assert publish(sample_site(), tmp_path) == files
    assert [file.stat().st_mtime_ns for file in files] == stamps


def test_stale_pages_go_with_their_folders_and_foreign_files_stay(tmp_path: Path) -> None:
    write_site(tmp_path, {"a/b/index.html": b"1", "c/index.html": b"2", "d.html": b"3"}, {})
    (tmp_path / "c/own.txt").write_text("mine")
    (tmp_path / "d.html").write_text("changed by hand")
    write_site(tmp_path, {"e.html": b"4"}, read_manifest(tmp_path))
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "c/own.txt").exists() and not (tmp_path / "c/index.html").exists()
    assert (tmp_path / "d.html").read_text() == "changed by hand"
    assert list(read_manifest(tmp_path)) == ["e.html"]


def test_a_page_of_somebody_else_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("my home page")
    with pytest.raises(UsageError, match=r"index\.html was not written by wiredesk"):
        publish(sample_site(), tmp_path)
    assert everything(tmp_path) == {"index.html": b"my home page"}


def test_a_folder_of_other_files_is_refused_though_no_page_would_overwrite_one(tmp_path: Path) -> None:
    (tmp_path / ".nojekyll").touch()
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/draft.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"thesis was not written by wiredesk"):
        publish(sample_site(), tmp_path)
    assert set(everything(tmp_path)) == {".nojekyll", "thesis/draft.txt"}
    (tmp_path / "thesis/draft.txt").unlink()
    (tmp_path / "thesis").rmdir()
    assert publish(sample_site(), tmp_path)


def test_a_publish_cut_short_is_known_as_ours_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(sample_site(), tmp_path)
    left = 9
    replace_file = Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return replace_file(self, target)

    changed = sample_site("https://paper.example")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(UsageError, match="No space left on device"):
            publish(changed, tmp_path)
    assert not list(tmp_path.rglob("*.tmp"))
    publish(changed, tmp_path)
    publish(changed, tmp_path / "fresh")
    fresh = everything(tmp_path / "fresh")
    assert {name: data for name, data in everything(tmp_path).items() if not name.startswith("fresh/")} == fresh


def test_a_page_that_moved_leads_to_its_new_place(tmp_path: Path) -> None:
    before = sample_site()
    publish(before, tmp_path)
    old = tmp_path / story_path(before.stories[VISIT.story or ""]).strip("/") / "index.html"
    story = replace(before.stories[VISIT.story or ""], headline="A new headline")
    after = replace(before, stories={**before.stories, story.id: story})
    for _ in range(2):  # it still does after the next publish
        files = publish(after, tmp_path)
        assert old in files
        page = old.read_text("utf-8")
        assert f'content="0; url=../../story/{story.id}-a-new-headline/index.html"' in page
        assert (tmp_path / f"story/{story.id}-a-new-headline/index.html").is_file()


def test_an_id_that_died_leads_on_in_a_new_folder_too(tmp_path: Path) -> None:
    data = sample_site("https://paper.example")
    visit, thread = data.stories[VISIT.story or ""], next(iter(data.threads.values()))
    day = data.editions[DAY]
    first = replace(day.entries[0], story="smergedaway", headline="Marrow to fly to Japan")
    data = replace(data, editions={**data.editions, DAY: replace(day, entries=(first, *day.entries[1:]))})
    files = publish(data, tmp_path)
    for old, path in {
        "story/smergedaway": story_path(visit),
        "story/smergedaway-marrow-to-fly-to-japan": story_path(visit),
        "thread/told": thread_path(thread),
        "event/eold": f"/event/{VISIT.id}",
    }.items():
        file = tmp_path / old / "index.html"
        assert file in files
        page = file.read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url=../..{path}/">' in page
        assert f'<link rel="canonical" href="https://paper.example{path}">' in page
        assert f'<a href="../..{path}/">' in page, "for those whose browser does not follow"
    assert "smergedaway" not in (tmp_path / "sitemap.xml").read_text("utf-8")


def test_a_thread_that_ended_leads_to_the_story_left_of_it(tmp_path: Path) -> None:
    data = sample_site("https://paper.example")
    visit, thread = data.stories[VISIT.story or ""], next(iter(data.threads))
    publish(data, tmp_path)
    named = tmp_path / thread_path(data.threads[thread]).strip("/")
    ended = replace(data, threads={}, redirects={**data.redirects, thread: visit.id})  # "told" led to it
    publish(ended, tmp_path)
    for old in (tmp_path / "thread" / thread, tmp_path / "thread/told", named):
        page = (old / "index.html").read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url=../..{story_path(visit)}/">' in page
    for name in ("feed.xml", "feed.json", "thread.json"):  # the last word of each, for programs that still read them
        assert visit.id in (named / name).read_text("utf-8")
    assert json.loads((named / "thread.json").read_text("utf-8")) == {"id": thread, "ended": True, "story": visit.id}
    assert not (tmp_path / "story" / thread).exists(), "it never was a story's address"
    publish(ended, tmp_path / "fresh")
    assert (tmp_path / "fresh/thread" / thread / "index.html").is_file()


def test_an_id_that_leads_to_nothing_has_no_page(tmp_path: Path) -> None:
    data = replace(sample_site(), redirects={"slost": "sgone", "sround": "sabout", "sabout": "sround"})
    publish(data, tmp_path)
    assert not {"slost", "sround", "sabout"} & {one.name for one in (tmp_path / "story").iterdir()}


def test_a_story_that_no_edition_names_any_more_keeps_its_page(tmp_path: Path) -> None:
    data = sample_site()
    story = data.stories[VISIT.story or ""]
    page = tmp_path / story_path(story).strip("/") / "index.html"
    assert page in publish(data, tmp_path)
    after = replace(data, editions={}, threads={}, events={}, title="Renamed")
    assert page in publish(after, tmp_path)
    assert "Renamed" in page.read_text("utf-8")
    assert page not in publish(after, tmp_path / "fresh")


def test_a_story_that_is_gone_takes_its_page_along(tmp_path: Path) -> None:
    data = sample_site()
    publish(data, tmp_path)
    publish(replace(data, stories={}, threads={}, events={}, editions={}), tmp_path)
    assert [one.name for one in (tmp_path / "story").iterdir()] == ["index.html"], "the list, which is empty now"


def test_a_page_changed_by_hand_is_never_overwritten(tmp_path: Path) -> None:
    publish(sample_site(), tmp_path)
    (tmp_path / "about/index.html").write_text("about me")
    before = everything(tmp_path)
    with pytest.raises(UsageError, match=r"about/index\.html was changed since wiredesk wrote it") as caught:
        publish(replace(sample_site(), title="Renamed"), tmp_path)
    assert "move it out" in (caught.value.hint or "")
    assert everything(tmp_path) == before
    (tmp_path / "about/index.html").unlink()
    publish(replace(sample_site(), title="Renamed"), tmp_path)
    assert "Renamed" in (tmp_path / "about/index.html").read_text("utf-8")


def test_a_manifest_cannot_reach_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_bytes(b"x")
    folder = tmp_path / "site"
    write_site(folder, {"a.html": b"x"}, {})
    digest = read_manifest(folder)["a.html"]
    (folder / SITE_MANIFEST).write_text(json.dumps({"../precious.txt": digest, "a.html": digest}))
    write_site(folder, {"a.html": b"x"}, read_manifest(folder))
    assert outside.exists()


def test_a_list_of_files_that_cannot_be_read_stops_the_publish(tmp_path: Path) -> None:
    (tmp_path / SITE_MANIFEST).write_text("[1, 2")
    with pytest.raises(UsageError, match="cannot read"):
        publish(sample_site(), tmp_path)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(UsageError, match="site"):
        publish(sample_site(), tmp_path / "site")
