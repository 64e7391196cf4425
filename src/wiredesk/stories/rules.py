"""Every threshold of the stories stage.

Those of likeness were chosen on the halves of ECB+ (topics 1-22, odd and even) by `bench/score_stories.py`, `join` on
either half and reported on the other; those of parting (`split_...`) were looked at on both halves, so their figure
flatters them. Pages of real sites, nearly all of different events, then told what not to join. That corpus has no days:
those of time, summaries and threads were set by hand on self-written cases.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What makes one story, what its summary may say, and what ties stories into a thread."""

    join: float = 0.15
    """Mean likeness (cosine) to the reports of a large story from which on a report joins it. On ECB+ 0.12 gives the
    same F on either half within 0.002; the higher value joins less of what is only alike."""
    join_pair: float = 0.25
    """The same for two single reports: one likeness is weak evidence, a mean of many is not. On 279 pages of 200 sites,
    nearly all of different events, pairs of one event had 0.28 and more, pairs of one subject mostly less than 0.25."""
    names_share: float = 0.7
    """Weight of names, numbers and places in the likeness; the rest is all words. 0.5 does nearly as well."""
    headline_count: int = 2
    """A word of the headline counts as so many in the body."""
    prior_articles: int = 200
    """Imagined articles that every desk starts with, so that term weights mean something for its first pages."""
    prior_rare: float = 0.003
    """Share of the imagined articles that have an unremarkable word."""
    prior_common: float = 0.03
    """Share of them that have one of the words that news is made of (`vocabulary.COMMON`)."""
    frequency_days: int = 60
    """Term weights are those of the articles of so many days."""
    frequency_articles: int = 10_000
    """So many articles are counted at least, however old: among fewer, what is rare is guessed."""
    repeat_days: int = 30
    """A paragraph that an outlet did not print for so many days is no longer known to be repeated."""
    postings: int = 10_000
    """Postings looked up for a report at most, those of its rarest terms first, so that the look costs the same among
    5,000 and 50,000. On ECB+ all are looked up. On 20,000 made-up articles 30,000 give the same stories; 4,000 lower
    recall by 0.0002."""
    neighbours: int = 64
    """Reports noted as like a new one at most, the likest."""
    place_pairs: int = 64
    """Pairs of reports of two stories whose places are compared at most, those nearest in time."""
    open_reports: int = 2_000
    """Reports kept open at least, however old: a late or undated article finds its story among them. Set by hand; with
    5,000, the peak of 5,000 pages was 10 MB higher."""
    open_most: int = 60_000
    """Reports kept open at most, in times of many articles or of none with a day."""
    replay_least: int = 8
    """Articles added one by one before they are all taken again in the order of their days."""
    replay_growth: float = 1.25
    """By how much they must then have grown for the next time. With 1.25 all replays together cost five times one."""
    replay_most: int = 20_000
    """Articles that are taken again at most: with more, days that are over are ended."""
    move_margin: float = 0.02
    """How much liker another story must be for the finishing pass to move a report there."""
    rounds: int = 3
    """Finishing passes (merge, move) at most."""
    split_shared: float = 0.7
    """How far a term that a whole group shares is weighed down when looking for two events of one kind in it."""
    split_least: int = 3
    """Reports that either event must have: one report apart is more often an odd report than another event."""
    split_most: int = 300
    """Larger groups are left as they are: the comparison of all pairs would cost more than it is worth."""
    split_between: float = 0.095
    """Mean likeness between the halves (shared terms weighed down) above which they are one event. B-cubed F on the odd
    and the even topics of ECB+, and on all: .946, .926, .919 at 0.09; .946, .926, .935 at 0.095; .923, .926, .935 at
    0.10; .923, .917, .919 at 0.11; less beyond and at 0.08."""
    split_ratio: float = 0.5
    """The same as a share of the mean likeness within the halves: mixed 0.23 to 0.47, pure 0.34 to 0.66."""

    why_compared: int = 40
    """Reports among which it is looked for what a report shares with others: a large story has too many pairs."""
    why_names: int = 3
    """Names told of what two reports share, besides a figure."""
    link_terms: int = 12
    """Terms told of why a report is in its story; words for readers are made of those that print well."""

    near_days: int = 1
    """Reports up to so many days apart are not held apart by time."""
    half_life_days: float = 4.0
    """Beyond that, likeness halves every so many days."""
    apart_days: int = 14
    """Reports further apart are never one story: an affair that returns makes a new story in its thread."""
    undated: float = 0.8
    """Factor on the likeness of an article without a day to a story with days: nothing says that they belong together
    in time."""
    known_later: float = 0.2
    """The same where the article is known to be later than the story, but not by how much: only a near-copy joins."""
    other_place: float = 0.45
    """Factor where the towns in which two reports are set differ, and neither names the other's but in passing."""
    same_town: float = 1.2
    """Factor where two reports of the same days have a town in common. Set by hand on the sample; ECB+ has no days."""
    same_particulars: float = 1.4
    """The same where they share at least `shared_particulars` towns, sites or names of two rare words, datelines aside.
    Two reports of one quake, from two agencies, had a likeness of 0.19."""
    shared_particulars: int = 2
    other_language: float = 2.5
    """Factor on the likeness of reports of the same days in two languages, which can share names and figures only. Set
    by hand on the sample, where two such pairs of one event had 0.11 and 0.12."""
    other_country: float = 0.5
    """Factor where each report opens with a country that the other's opening does not name: one minister's two visits
    in a week."""
    opinion: float = 0.0
    """Factor where either report is a column or letter: what it shares with the news is words, and it makes a story of
    its own. On ECB+ 3 of 462 texts are read as opinion; F fell by 0.007 before those that open with the day of their
    news were let in as reports (`news_opening`), and is unchanged since."""
    news_opening: int = 250
    """Code points of the first paragraph in which such a text names the day of its news. Set by hand."""
    scene_paragraphs: int = 3
    """Paragraphs from the top of the body in which a report says where it is set."""
    scene_length: int = 500
    """The same in code points, for texts that came without paragraphs."""

    voice_own: float = 0.5
    """Share of an article's words, in paragraphs of its outlet's own, from which on it is own reporting although it has
    an agency's paragraphs, too. This and the two below are set by hand, on self-written cases."""
    voice_own_words: int = 120
    """Words in such paragraphs that it has at least."""
    voice_shared: float = 0.6
    """Share of a paragraph's terms in the other copies' texts from which on it is theirs in other words."""

    update_length: float = 0.8
    """Share of a version's length that an update must have to stand for the report in its place: a write-through is a
    whole report, a paper's cut of it or an added note is none (set by hand)."""

    summary_sentences: int = 3
    """Sentences of a summary at most."""
    summary_depth: int = 14
    """Sentences from the top of a report's body that a summary may take."""
    summary_words: tuple[int, int] = (8, 55)
    """Shortest and longest sentence of a summary."""
    summary_first: tuple[float, float] = (1.6, 1.2)
    """How much more a report's first sentence counts, and each of the `summary_opening` after it: news is told from
    the top."""
    summary_opening: int = 2
    """Sentences after the first that still belong to a report's opening."""
    summary_start: float = 2.0
    """How much more a sentence of the leading report's opening counts when it is to begin the summary."""
    summary_common: float = 0.3
    """Weight of a word that news is made of (`vocabulary.COMMON`), beside 1 for others."""
    summary_least_terms: int = 8
    """A sentence of fewer terms is not favoured for its shortness."""
    summary_repeat: float = 0.5
    """Share of a sentence's term weight that the sentences before may have told; more says the same again."""
    people: int = 8
    """People listed with a story at most."""
    countries: int = 6
    """Countries listed with a story at most."""
    country_mentions: int = 3
    """Mentions in a report's body that make a country one of its own; one at the top (headline, lead, first paragraph)
    does as well."""
    country_share: float = 0.5
    """Share of the reports that must have a country as their own for the story to list it."""
    country_reports: int = 3
    """So many such reports are enough, however many there are."""

    new_sentences: int = 3
    """Sentences that say what is new in a story at most."""
    new_of_one: int = 2
    """So many of one report, as long as others have news too. Set by hand: on the sample a report headed by the day's
    toll filled all three places with what else it had."""
    new_least_terms: int = 3
    """Terms that such a sentence has at least. This and the `new_...` below were set on 16 self-written pairs of days
    (tests/cases/news), then tried on fresh ones; see there."""
    new_least_words: int = 6
    """Words of one that leans on the sentence before it, taken only where nothing else is new."""
    new_common: float = 0.3
    """Weight of a word that news is made of (`vocabulary.COMMON`), beside 1 for others."""
    new_name: float = 1.0
    """Weight of a name."""
    new_happening: float = 1.5
    """Weight of a word for something that happens (`senses.HAPPENINGS`)."""
    new_share: float = 0.5
    """Share of a sentence's weight that no told report has, from which on it is new by itself."""
    new_share_bare: float = 0.7
    """The same for a sentence without a new name, figure, happening or day."""
    new_share_apart: float = 0.35
    """The same where also no single told sentence says most of it."""
    new_apart: float = 0.65
    """Share of its weight that the likest told sentence lacks, for this."""
    new_lead_apart: float = 0.3
    """The same for a report's opening sentences that name a day after the told reports: leads are written of what is
    new, though in the words of the affair. On the sample six of seven leads were lost without it."""
    new_with_happening: float = 0.12
    """The same where something happens in it of which no told report tells."""
    new_with_figure: float = 0.3
    """The same where it has a figure that no told report has."""
    new_same_sentence: float = 0.5
    """A told sentence that lacks no more than so much of it is the same one: a figure that it has not is new."""
    new_opening: int = 2
    """Sentences from the top of a report that are news even if they say how things are ("has ten days to sign")."""
    new_days_before: int = 3
    """Days before the first told report from which back a day named is background."""

    thread_likeness: float = 0.12
    """Likeness that two stories of one affair have at least, unless both tell of one event or the later one recalls the
    earlier. On the 279 pages, where no two stories are of one affair but by chance, 0.06 tied thirty."""
    thread_matter: float = 0.1
    """Likeness of their matter (headline, lead and opening, without people, places and routine) that two stories have
    at least where the same person is in the same other country, or meets the same person again. This and the next
    three: chosen on one half of `bench/labels/threads.jsonl`, reported on the other (`bench/score_threads.py`)."""
    thread_same_place: float = 0.18
    """The same by likeness of the whole texts, which may tell the matter further down."""
    thread_same_matter: float = 0.2
    """The same where they share a person, a town or names, but no journey."""
    thread_matter_terms: int = 2
    """Terms of the matter that they must share then, where they share no person. With more than so many, and twice
    the likeness, a country in common is enough."""
    thread_recalled: float = 0.15
    """Share of the later story's matter of which the earlier one tells, from which on a look back is more than
    background."""
    thread_tour_days: int = 14
    """Days between two visits of one tour. Set by hand."""
    thread_storm_days: int = 30
    """Days between two stories that name one storm and share no place. Set by hand."""
    thread_election_days: int = 120
    """Days between two stories of one election: its vote and the government that comes of it. Set by hand."""
    thread_named_matter: float = 0.5
    """Likeness of their matter that two stories without a person or place in common have at least, where a name is a
    term of it. Set by hand on some texts that are not kept."""
    thread_names: float = 0.3
    """Likeness of names alone, those of people and countries left out, that ties stories."""
    thread_shared_names: int = 2
    """Such names that the two must share at least."""
    thread_second_name: float = 0.03
    """What a name adds to that likeness at least to be counted: words that open a sentence look like names. On the
    made-up stream most false ties were by one town and such a word."""
    places_of_most: int = 3
    """Reports of a story from which on a place that most of them name, wherever, is one of its own."""
    top_paragraphs: int = 2
    """Paragraphs of the body in which a person told once is prominent."""
    opening_least: int = 80
    """Code points of the body's opening at least: its first paragraph, and the next where that is a line of few words.
    A place named there, in headline, lead or dateline is where the event is. This and the next set by hand."""
    opening_most: int = 600
    """The same at most, for texts that came without paragraphs."""
    title_words: tuple[int, int] = (3, 14)
    """Shortest and longest headline, or part of one, that a thread may be called by."""
    title_length: float = 3.0
    """Words added to a headline's when its worth is spread over them: without, the shortest always won."""
    title_common: float = 0.3
    """Weight in a title of a word that news is made of, beside 1 for others."""
    title_office: float = 0.4
    """Weight in a title of a word of the office or country of somebody whom the stories share. All three by hand."""
    thread_happening: float = 0.25
    """Likeness of two stories by one kind of event in one town, and nobody. Set by hand."""
    thread_known_by: int = 24
    """A story's heaviest names, by which later ones find it for a thread, besides its people."""
    thread_asked: int = 64
    """A story's heaviest names by which it looks for earlier ones."""
    thread_postings: int = 256
    """Earlier stories looked up by one name at most, the latest: a name with more tells little."""
    thread_candidates: int = 48
    """Earlier stories that a story is compared with at most."""
    thread_days: int = 550
    """A year and a half: beyond it two stories are history to one another."""
    recalled_after_days: int = 5
    """Days between two stories from which on a sentence can look back: in one week's news "Monday" points at
    everything."""
    recalled_span_days: int = 45
    """Longest time that points at something: "last month" does, "in 2019" does not."""
    recalled_margin_days: int = 2
    """Reports come out a day or two after, or before, the day of what they tell."""
    recalled_times: int = 60
    """Times on which an article, and a story, looks back that are compared at most."""
    recalled_names: int = 16
    """The earlier story's heaviest names, by which a sentence that looks back is known."""
    recalled_shared: int = 2
    """How many of them it must name; a word of the earlier headline counts half, two at most."""
    omnipresent: float = 0.03
    """Share of all stories in which a person or place appears that no longer tells affairs apart."""
    omnipresent_least: int = 6
    """Stories that somebody must appear in before being called omnipresent."""
