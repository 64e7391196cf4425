"""Thresholds of this stage."""

from __future__ import annotations

STILL_THERE_DAYS = 7
"""Days after an arrival without an end told in which the visitor is taken to be still there. Set by hand: of the
visits in the development set that an arrival alone dates, all are reported within four days."""

PHRASE_WORDS = 4
"""Longest quotation, in words, that still belongs to the sentence around it: "within days", "in the coming days". Set
by hand on the development set."""

MOST_SENTENCES = 3000
"""Sentences of an article that are read for events. The longest of 279 news pages has 927; what is
longer is a list or a book."""

FORMER_ROLE_WORDS = 5
"""Words of an office held at a past event, "as deputy prime minister for the islands": a longer stretch is none.
Set by hand."""

LONGEST_STAY = 60
"""Days of the longest visit: a longer duration, "the first trip in thirteen years", tells of something else. Set by
hand; no visit of the development set is longer than eleven days."""

SITE_REACH = 26
"""Words behind "met" within which "at the Akerby Fortress" says where. Set by hand."""

STATEMENT_REACH = 2
"""Sentences after a statement within which "he will also" is still part of it. Of 1, 2, 3 and 5, two is the least that
carries all that the texts looked at carry; more carries no more."""

COMPANY_REACH = 3
"""Sentences after a journey within which "the delegation includes" speaks of it. Set by hand."""

REFERENT_REACH = 4
"""Sentences after an event within which "the trip", "the visitor" and "they" are of it. Set by hand."""

ONWARD_WITHIN = 5
"""Days after an arrival within which a journey to another country ends the stay; later the traveller may have been
home in between. Set by hand."""

MET_HERE_WITHIN = 3
"""Days before publication in which a meeting without a place is taken to be where the report is filed from: all five
such meetings of the texts looked at and the development set were held there."""
