"""A strict reading of a page: what a browser would mend in silence is an error here."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "path", "circle", "line"}
# What closes a paragraph when it opens inside one: a nesting that no browser keeps.
_NOT_IN_P = {
    "p", "div", "ul", "ol", "dl", "details", "blockquote", "section", "article", "figure", "h1", "h2", "h3", "main",
    "nav", "header", "footer",
}  # fmt: skip
_PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "summary": {"details"},
    "figcaption": {"figure"},
}


@dataclass(frozen=True)
class Told:
    """Words of a report on a page, and where the page says that they stand."""

    text: str
    article: str
    part: str
    start: int
    end: int
    kept: bool


class CheckedPage(HTMLParser):
    """Elements, ids, links, headings and text of a page. `errors` is empty for a page that is valid.

    `told` are the words of reports in `<main>`, `loose` its other texts, without those that say they are the desk's or
    an editor's; `data` the texts of its JSON-LD, `scripts` what a browser runs.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.errors: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.marks: list[str] = []
        self.told: list[Told] = []
        self.loose: list[str] = []
        self.data: list[str] = []
        self.scripts: list[str] = []
        self._scripting = False
        self._open: list[str] = []
        self._whose: list[str] = []
        if not html.startswith("<!doctype html>"):
            self.errors.append("no doctype")
        self.feed(html)
        self.close()
        self.errors += [f"<{tag}> is never closed" for tag in self._open]
        self.errors += [f"id {one!r} stands twice" for one in set(self.ids) if self.ids.count(one) > 1]
        anchors = {link[1:] for link in self.links if link.startswith("#")}
        self.errors += [f"#{one} leads nowhere" for one in anchors - set(self.ids)]
        steps = zip([0, *self.headings], self.headings, strict=False)
        self.errors += [f"h{after} follows h{before}" for before, after in steps if after > before + 1]

    @property
    def text(self) -> str:
        """The visible text, spaces collapsed."""
        return " ".join("".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.errors += [f"{name} stands twice in <{tag}>" for name in set(names) if names.count(name) > 1]
        values = dict(attrs)
        self.tags.append(tag)
        if "id" in values:
            self.ids.append(values["id"] or "")
        if tag == "a" or values.get("rel") == "alternate":
            self.links.append(values.get("href") or "")
            if tag == "a" and "a" in self._open:
                self.errors.append("a link stands in a link")
        elif "src" in values or (tag == "link" and values.get("rel") not in {"canonical", "alternate"}):
            self.loads.append(values.get("src") or values.get("href") or "")
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag in _NOT_IN_P and "p" in self._open:
            self.errors.append(f"<{tag}> stands in a <p>")
        if tag in _PARENTS and (not self._open or self._open[-1] not in _PARENTS[tag]):
            self.errors.append(f"<{tag}> stands in <{self._open[-1] if self._open else 'nothing'}>")
        if self._open and self._open[-1] in {"ul", "ol"} and tag != "li":
            self.errors.append(f"<{tag}> stands in a list")
        if tag == "mark":
            self.marks.append("")
        if "data-article" in values:
            at = {name: values[f"data-{name}"] or "" for name in ("article", "part", "start", "end")}
            where = (at["article"], at["part"], int(at["start"]), int(at["end"]))
            if "source" in self._whose:
                self.errors.append("words of a report stand in words of a report")
            self.told.append(Told("", *where, "data-kept" in values))
        if tag == "script":
            self._scripting = not values
            (self.scripts if not values else self.data).append("")
            if values not in ({}, {"type": "application/ld+json"}):
                self.errors.append("a script from elsewhere")
        if tag not in _VOID:
            self._open.append(tag)
            self._whose.append("source" if "data-article" in values else "own" if "data-words" in values else "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()
            self._whose.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.errors.append(f"</{tag}> closes <{self._open[-1] if self._open else 'nothing'}>")
        if tag in self._open:
            self._whose.pop()
            while self._open.pop() != tag:
                self._whose.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            (self.scripts if self._scripting else self.data)[-1] += data
            return
        if "source" in self._whose:
            last = self.told[-1]
            self.told[-1] = Told(last.text + data, last.article, last.part, last.start, last.end, last.kept)
        elif "main" in self._open and "own" not in self._whose and data.strip():
            self.loose.append(data.strip())
        if self._open and self._open[-1] not in {"style", "title"}:
            self.texts.append(data)
        if self._open and self._open[-1] == "mark":
            self.marks[-1] += data
