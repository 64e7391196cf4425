"""Thresholds of this stage."""

LONGEST_UNDIVIDED_QUOTATION = 400
"""Characters: a longer quotation is parted into its sentences. Set by hand: nine of ten quotations of agency reports
read during development are below 250."""

NAME_FOLLOWS_WITHIN = 3
"""Sentences after "Oman's sultan fell ill ..." in which a bare new name is read as his. Set by hand on 60 texts."""

OFFICE_IS_NAMED_WITHIN = 8
"""Sentences after "the premier of Togo" in which "Premier X" is read as him. Set by hand on 60 texts."""

MAIN_COUNTRY_NAMED = 3
"""How often places of one country are named, and twice as often as those of any other, before a report is taken to be
of its home affairs. Set by hand on the sample and 50 texts."""

PRONOUN_REACHES_BACK = 2
"""Sentences without a person that "he" may pass over to the last subject. Set by hand on 60 texts."""

LONGEST_LOOSE_NAME = 4
"""Words of a run of capitals that may be a person on weak evidence. Set by hand on real news pages."""

GROUP_REACHES_BACK = 2
"""Sentences before the last one with people in which "the two leaders" are looked for. Set by hand on 60 texts."""

NATIONAL_REACHES_BACK = 4
"""Sentences before the last one with people in which "the Norwegian" is looked for. Set by hand."""

TITLE_CASE_WORD = 5
"""Letters of a longer word: headline styles leave "with" and "from" small, and one small verb tells that a headline is
no such. Set by hand."""

SECTION_READS = 300
"""Words of a text that its section is told from: reports say at the top what they are about. Set by hand."""

HEADLINE_COUNTS = 3
"""How often a word of the headline counts. Set by hand."""

SECTION_CERTAIN = 0.3
"""How likely the best section must be. Below it the labelled pages held out of training are right less than half of the
time: `docs/reference/sections.md` has the figures."""

SECTION_LABELS_COUNT = 0.6
"""Points of the table of labels in points of the words' logarithmic odds. Set on the training pages."""

ADDRESS_COUNTS = 0.8
"""What a folder of the address counts beside a printed label: it is often older or coarser. Set by hand."""

LONGEST_LABEL = 40
"""Characters: what is longer is a headline. Set by hand."""

POINTS_OF_OFFICIALS = 1.5
"""What it counts for politics that office-holders of two countries open a text. Set by hand on the sample."""

OFFICIALS_READ_TO = 600
"""Characters of the body in which they are looked for: about four sentences. Set by hand."""

DAY_LINE_LENGTH = 40
"""Characters that a line has at most which is nothing but a day. Set by hand."""

DIARY_DAYS = 2
"""Such lines in a diary: none of 589 pages of news has two, and the first is often lost as the page's own date."""

GENRE_READS = 3000
"""Characters of the body in which the outlet's voice is listened to: enough to tell it, and cheap. Set by hand."""

GENRE_READS_AT_TOP = 1000
"""Characters at the top where a text says what it is: stars, offers, who writes. Set by hand."""

GENRE_READS_AT_END = 500
"""Characters at the end where a text says who its writer is. Set by hand."""

GENRE_OPENING = 90
"""Words outside quotations that are a text's opening: about 500 characters. Set by hand."""

GENRE_LEAST_WORDS = 80
"""Words outside quotations below which a voice is not told. Set by hand."""

OPINION_FIRST_PERSON = 0.018
"""Share of "I", "my", "me" among the words outside quotations. Set on the labelled pages that the tables of sections
were trained on; `docs/reference/sections.md` has the figures."""

SERVICE_SECOND_PERSON = 0.02
"""Share of "you" and "your" among the words outside quotations. Set likewise."""

FIRST_PERSON_AT_ONCE = 3
"""How many of these the opening has: interviews and features come to theirs later. Set likewise."""

SECOND_PERSON_AT_ONCE = 2
"""How many "you" and "your" it has. Set likewise."""
