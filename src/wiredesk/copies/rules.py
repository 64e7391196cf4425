"""Every threshold of the copies stage.

Those that say *measured* were chosen on the choosing half of `bench/families.py` (1,700 articles, three seeds), where
the rules as they stand have F1 0.991 at precision 0.998; the figures are what the neighbouring values gave there. The
others were set by hand on self-written wire families, then looked at on 462 news texts and 279 news pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What counts as carrying another's report. Lengths are in words, shares between 0 and 1."""

    shingle: int = 4
    """Words in a shingle: 3 are shared by chance ("said in a"), 5 are lost to one changed word in five."""
    permutations: int = 96
    """Values of an article's MinHash. Among recent articles each is a band of its own: a text whose shingles are 5 % of
    another's and all in it meets it with probability 1 - 0.95^96 = 0.99, two of a length that share 0.1 of theirs with
    1 - 0.947^96 = 0.99, 0.2 with 1.00; the checks that follow sort out the rest."""
    seed: int = 20230416
    """Of the permutations; changing it makes stored digests worthless."""
    shared_shingles: float = 0.1
    """Share of the shorter text's shingles below which two texts are not compared. With every third word changed 0.18
    are left in the middle, 0.09 at least; of reports of one story in other words one in fifty has so many. Measured:
    recall 0.977 at 0.06, 0.975 at 0.08 and 0.10, 0.971 at 0.12."""
    recent: int = 1 << 17
    """Articles taken last in which a single shared value is looked for: six weeks of 3,000 a day. Set by
    hand, as are the next four: the table takes 150 MB."""
    alike: int = 8
    """Of the recent articles that have a value, so many are known by it, those taken last: a set phrase is no longer a
    list than a report's own words, and of a report that a hundred print eight prints lead to it."""
    older_rows: int = 3
    """Values that must all be shared to find an article that is no longer recent: one that shares 0.7 of all shingles
    is met with probability 1 - (1 - 0.7^3)^32 = 1.00, 0.5 with 0.99, 0.3 with 0.58, 0.1 with 0.03."""
    older_chunk: int = 1 << 13
    """Articles that cease to be recent together."""
    looked_at: int = 32
    """Articles at most that are looked at for a new one: those that share the rarest values with it. Measured: among
    the 1,698 texts of the choosing half the same pairs are found with 12 and with 1,000; a larger crowd shares more
    phrases."""
    passage: int = 8
    """A shared run of fewer words is chance or a set phrase, and no passage."""
    bridge: int = 3
    """Up to so many changed words between two shared runs leave them one passage ("Monday" for "on Monday")."""
    copied_words: int = 30
    """Fewer words in common outside quotation marks prove no copy, whatever their share."""
    copied_share: float = 0.42
    """Share of the shorter text that must stand in the longer: the mean of that of its words outside quotation marks
    and that of all its words, so that a quoted word counts half. Measured: precision on hard negatives 0.980 at 0.42,
    0.982 at 0.43; F1 on the labelled pairs of ECB+ 0.91 at both, 0.89 at 0.45."""
    copied_prose: float = 0.36
    """Share of the words outside quotation marks alone below which nothing is a copy: two reporters quote alike.
    Measured on the labelled pairs: F1 0.956 of the odd topics at 0.30, 0.33 and 0.36, of the even ones 0.882, 0.882
    and 0.891, and on the pairs of which the readers were sure 0.974, 0.974 and 0.980."""
    scattered_share: float = 0.385
    """What is enough instead of `copied_share` where it stands in several places: a desk that edits a report leaves
    its sentences here and there, and adds its own between them."""
    scattered_places: int = 3
    """Such places. Measured: with 2, precision on hard negatives falls from 0.980 to 0.969, as closing lines and
    background that were edited stand in two; F1 on the labelled pairs is 0.91 with either."""
    scattered_gap: int = 12
    """Words between two passages, in either text, from which on they stand in different places. Set by hand."""
    one_report_share: float = 0.5
    """A member of which a new article has so much is no roundup. Measured on the labelled pairs: the same at 0.45, one
    copy fewer at 0.6; on the families none of the three changes anything."""
    opening_words: int = 80
    """The first words of a report: its first three or four paragraphs. A text that begins with those of another copied
    it, however much follows. Standing lines above the reports of a series have fewer. Measured: recall 0.977 at 60,
    0.975 at 80, 0.972 at 120; at 60 seven of 45 pairs under standing lines of up to 90 words were taken for copies."""
    opening_share: float = 0.85
    """Share of those words that the other must have."""
    whole_share: float = 0.75
    """A member with at least this share of the origin's text is a reprint, with less an excerpt."""
    rewrite_share: float = 0.6
    """A member less of whose own text stands in the origin is a rewrite, unless it prints the origin whole."""
    added_words: int = 25
    """New words in a later version by the same hand from which on it is an update."""
    near_full: float = 0.75
    """The origin is one of the members that hold at least so much of the shared text as the fullest."""
    notice_paragraphs: int = 3
    """Paragraphs at either end of the body in which an agency or paper says that it corrects or updates its report."""
    edge_length: int = 800
    """A paragraph of more code points is a text that came without paragraphs, and is looked at by sentences."""
    edge_sentences: int = 4
    """Sentences at either end of such a paragraph."""
    advisory_words: int = 200
    """A longer text is no note to editors: the longest of the self-written ones has 110 words."""
    same_notice: float = 0.6
    """Share of the shorter notice's words that another of the same report has, from which on they are one."""
    report_words: int = 45
    """An article with fewer words beside those of its notice carries no report of its own."""
    target_days: int = 31
    """Days back from a notice in which the report that it speaks of is looked for."""
    target_named_days: int = 1
    """A report may be dated so many days from the day on which its agency says that it moved."""
    target_share: float = 0.5
    """Share of a notice's weighed words that a report's headline and opening must have to be what it speaks of."""
    target_words: int = 3
    """Such words that it must have at least."""
    target_margin: float = 0.1
    """By how much it must be ahead of any other report: between two likely ones none is chosen."""
    target_paragraphs: int = 6
    """Paragraphs of a report, from the top, that count as its opening for this."""
    teaser_share: float = 0.8
    """Share of a teaser's shingles that a report must have for the teaser to be its words; the rest is its cut end."""
    teaser_reach: int = 5000
    """Articles between a teaser and a report at most for the one to be the other's words: a feed tells of a report in
    the days around it."""
    tries: int = 6
    """Members of one set that a new article is compared with, those likest to it first."""
    changed_here: float = 0.3
    """Likeness (Dice, rare words weigh more) from which on two sentences that stand between the same others are one
    sentence changed. Set by hand: a sentence with every second word replaced keeps 0.4 and more."""
    changed_elsewhere: float = 0.5
    """The same for two that stand in different places: there chance has many more tries."""
    changed_nearer: float = 0.2
    """What standing in the same place adds to the likeness of two sentences that compete for one."""
    changed_half: float = 0.7
    """Share of a left-over sentence's words that its neighbour's counterpart must have for it to be its other half."""
    aligned_kept: int = 24
    """A passage shared word for word is not looked at again if it is so long; a shorter one may be part of a longer one
    in other words."""
    aligned_shingles: float = 0.03
    """Share of the shingles outside the passages shared word for word, in the shorter text, that the other has too,
    below which nothing is aligned: other words leave a few runs of four as they were. Measured: recall 0.979 at 0.02,
    0.978 at 0.03, 0.974 at 0.05; two fifths of what is left open end here."""
    aligned_words: int = 12
    """Fewer words are no passage in other words."""
    aligned_common: int = 2
    """What a word says that stands in every text, where both texts have it in one place."""
    aligned_name: int = 4
    """The same of a name or figure: whoever tells of the same has it."""
    aligned_rare: int = 6
    """The same of any other word."""
    aligned_often: int = 6
    """A word that a text has more often is common there."""
    aligned_other: int = 3
    """What a word says against it that stands in the place of another."""
    aligned_other_name: int = 5
    """The same of a name or figure: spinning changes words, and leaves names and figures alone. Measured: 3 gives the
    same, 7 loses 0.002 of recall."""
    aligned_skip: int = 3
    """The same of a word that stands in the place of none."""
    aligned_score: int = 40
    """A passage in other words must say so much for itself. Measured: members told rightly what they are 0.973 at 30,
    0.970 at 40, 0.958 at 60; the lower the more of it is chance, as little as these families show of that."""
    aligned_most: int = 1500
    """Words of a text that are aligned."""
