"""The thresholds of reading a page: one name and one home each, with what chose it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class BodyRules:
    """How the body is told from the rest of a page. The sweep of `scripts/train_body.py` chose `kept_share`,
    `card_discount`, `common_share` and `kept_score` on one half of the sites of the development pages, each in turn;
    `docs/reference/extraction.md` has its figures. The others are set by hand unless they say more."""

    kept_share: float = 0.8
    """The region is the smallest element that still holds this share of what counts as prose."""
    prose_words: int = 8
    """Fewest words of prose ..."""
    unended_words: int = 25
    """... and of prose without a full stop."""
    most_words: int = 100
    """One paragraph counts at most so much in the search for the region."""
    linked_share: float = 0.4
    """A block of which more stands in links is no prose."""
    above_heading: int = 4
    """Prose more than this many blocks above the headline counts a third."""
    wrapper_share: float = 0.8
    """An element with this share of the prose is the page itself, whatever its name says."""
    card_discount: float = 0.1
    """What prose within cards counts."""
    common_share: float = 0.7
    """What marks more than this share of the region's prose says nothing of a block."""
    article_words: float = 80.0
    """A whole article beside others has at least so much prose ..."""
    paragraph_words: float = 4.0
    """... in three paragraphs of at least so much."""
    kept_score: float = -0.5
    """A block's weights must come to more than this."""
    repeated_length: int = 60
    """Characters from which a text that stands twice is read once, unless both are set alike and apart."""

    least_words: int = 25
    """A page with fewer words of plain text has no article. Of 460 real articles the shortest has 64."""
    walled_words: int = 150
    """One with fewer and a wall behind them shows the opening of its article alone. Set by hand, as the next two."""
    wall_blocks: int = 12
    """A wall stands among so many blocks behind the text ..."""
    wall_length: int = 300
    """... in a line of at most so many characters."""
    teaser_share: float = 0.7
    """A page is a list of others if this share of its text are their summaries: of 460 real articles none has more
    than 0.6, made-up fronts have 0.8 to 1 ..."""
    least_teasers: int = 3
    """... of at least so many ..."""
    teaser_words: int = 60
    """... each of at most so many words."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What an installation may change about reading pages. Counts are of words unless said otherwise."""

    max_page_bytes: int = 20 * 1024 * 1024
    """Larger pages are kept and not read: the largest of 460 real news pages has 2.9 MB."""
    sites: bool = True
    """Whether the files of `sites/` are heeded. What is measured is measured without them."""

    prose_words: int = 4
    """A line of fewer words is no sentence of its own. Set by hand on self-written captures."""
    prose_small_share: float = 0.28
    """Share of words in lower case from which a line with a full stop is prose. Set by hand: sentences full of
    names ("Lao President ... met here on Monday with visiting Nepali Foreign Minister ...") go down to 0.33."""
    titled_words: int = 8
    """A line of so many words with a full stop is prose even if nearly all of them are names. Set by hand."""
    prose_credit_cap: int = 60
    """One paragraph counts at most this much in the search for the article's run of prose, so that one long legal
    notice cannot outweigh it. On the visible text of 230 pages body F1 falls by 0.004 at 40 and by 0.005 at 100."""
    line_cost: int = 8
    """What a short line without a full stop takes from a run of prose: a teaser with a summary of a dozen words
    and a "Read more" must not pay for itself. Set by hand."""
    furniture_cost: int = 10
    """What a known phrase of furniture takes from a run. Measured with `line_cost` on the visible text of 230 real
    pages: body F1 moves by less than 0.004 between 6 and 15."""
    ending_cost: int = 90
    """What a heading such as "Comments" or "Latest News" takes: text of the article comes back only if much follows.
    On the same pages F1 falls by 0.001 at 60 and by 0.005 at 150."""
    gap_lines: int = 4
    """The run goes on behind a gap of at most this many short lines (an advertisement, a link, a subhead) ..."""
    gap_prose_words: int = 6
    """... if a sentence of at least this many words follows. Set by hand on captures with advertisements."""
    box_lines: int = 14
    """A box of links within the text has at most this many lines. Set by hand on self-written captures ..."""
    box_words: int = 2
    """... and what follows it must share this many longer words with the text before it."""
    subhead_words: int = 7
    """A short line between two paragraphs of prose is a subhead up to this length, a link beyond it. Set by hand."""

    body: BodyRules = BodyRules()

    stated_body_ratio: float = 1.4
    """The metadata's `articleBody` is taken if it has this many times the prose that was found in the markup. Set by
    hand; see the extraction scores."""

    headline_words: tuple[int, int] = (3, 32)
    """Fewest and most words of a headline; of 279 real headlines 98 in 100 have 4 to 22."""
    headline_overlap: float = 0.3
    """Share of a headline's longer words that the first paragraphs must use. Set by hand."""
    deck_words: tuple[int, int] = (6, 60)
    """Fewest and most words of a deck that is no full sentence. Set by hand on self-written captures."""
    deck_small_share: float = 0.45
    """Share of words in lower case from which such a line is a deck: titles of other articles may have it too, but not
    in its place. Set by hand."""
    deck_overlap: float = 0.5
    """Share of its longer words that a deck between a stamp and a dateline shares with the text. Set by hand."""
    lead_paragraphs: int = 4
    """An outlet's own introduction has at most this many paragraphs. Set by hand."""

    statement_overlap: float = 0.6
    """Two sentences give one statement if they share this much of the shorter one's longer words. Set by hand
    on self-written captures."""
    statement_words: int = 4
    """... and at least this many of them."""
    photo_overlap: float = 0.4
    """The same for a photo of the news itself, whose caption describes more than it repeats. Set by hand."""
    future_slack_days: int = 1
    """A page's day may be this much after it was fetched: the date line."""

    day_trust: float = 3.0
    """A candidate day with less trust than this is no day: nothing says that it is the page's own. Set so that one of
    several bare time elements does not pass and the only one does."""

    dating_characters: int = 50_000
    """What the text says of its day is looked for in this many characters of each of its first parts: a line of 5 MB,
    which took 12 s, takes 3. Set by hand, far above any paragraph of news."""

    language_characters: int = 60
    """Shorter texts are not guessed at. Set by hand."""
    language_sample: int = 400
    """Characters from the top that are guessed by: on 1,144 texts 300 gave the language that 2,000 did."""


# How a day of publication is weighed. Chosen on the pages of one half of the sites of 279 real news pages (halves by a
# digest of the site's name), reported on the other: 138 of 138 days right there, 112 of 113 here, errata aside (the one
# page prints the day of an update alone). A day that several methods give gains by their agreement.
TRUST = {
    "given": 100.0,  # a person's word
    "json_ld": 9.0,  # the same from half of it; at twice 3 of 138 go wrong, for no print outdoes it then
    "meta": 8.5,  # as for JSON-LD
    "feed": 8.0,  # set by hand: no feed lists these pages
    "time_element": 6.0,  # the same from a quarter to four times this
    "url": 5.5,  # at half of it 3 of 138 go wrong, the same up to four times
    "visible": 5.0,  # at half of it 3 of 138 go wrong, at four times 1
    "dateline": 4.0,  # the same from a quarter to four times this
    "statement_day": 3.4,  # set by hand, enough to stand alone (see `day_trust`); no page of these has one
}
AGREEMENT = 0.5  # share of its trust that another method adds to a day it agrees with; from 0.25 to 0.75 the same
BY_HEADLINE = 3.2  # weight of a day printed by the headline: from 2.5 to 5 the same, at 2.0 3 of 138 go wrong
PLAIN, ONE_OF_TWO = 0.7, 0.5  # of a day that no word marks, and of each of two readings of 03/04/2023. Set by hand
CHANGED = 0.2  # of a day that is said to be that of an update: it never stands alone. Set by hand
ORIGINAL = 4.0  # of the day in "originally published": outweighs the markup's, not what is printed by the headline
