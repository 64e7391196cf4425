"""The words under a headline: source sentences, each with its citation, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from wiredesk.kit.citations import cite
from wiredesk.types import Article, CitedSentence, Decision, Story

_WORD = re.compile(r"[^\W_]+")


def blurb_of(story: Story, visible: Collection[str], new: Sequence[CitedSentence] = ()) -> tuple[CitedSentence, ...]:
    """The story's summary, without sentences of articles that came after the edition.

    What stands under it as new is not said twice, unless nothing else would remain.
    """
    known = tuple(sentence for sentence in story.summary if sentence.citation.article in visible)
    return tuple(sentence for sentence in known if not _is_said(sentence, new)) or known


def _is_said(sentence: CitedSentence, new: Sequence[CitedSentence]) -> bool:
    words = _words(sentence.text)
    return any(words in (told := _words(one.text)) or told in words for one in new)


def _words(text: str) -> str:
    """The words alone, parted and enclosed by spaces, so that one text is found in another at whole words."""
    return " " + " ".join(_WORD.findall(text.casefold())) + " "


def decided_blurb(articles: Sequence[Article], decisions: Sequence[Decision]) -> tuple[CitedSentence, ...]:
    """The blurb that an editor chose last, or nothing.

    Each line of the decision's value is a passage of one of the articles; a line that stands in none of them (the
    text was revised since) is left out, since it could not be cited.
    """
    ids = {article.id for article in articles}
    chosen = [
        decision
        for decision in decisions
        if decision.kind == "blurb" and decision.undone is None and ids.intersection(decision.target) and decision.value
    ]
    if not chosen:
        return ()
    latest = max(chosen, key=lambda decision: (decision.at, decision.id))
    lines = [line.strip() for line in (latest.value or "").splitlines() if line.strip()]
    return tuple(cited for line in lines if (cited := _find(line, articles)))


def _find(line: str, articles: Sequence[Article]) -> CitedSentence | None:
    for article in articles:
        for part in ("body", "lead"):
            start = article.part(part).find(line)
            if start >= 0:
                return CitedSentence(text=line, citation=cite(article, part, start, start + len(line), ("blurb",)))
    return None
