"""Thresholds of this stage."""

LONGEST_UNDIVIDED_QUOTATION = 400
"""Characters: a longer quotation is parted into its sentences. Set by hand: nine of ten quotations of agency reports
read during development are below 250."""

NAME_FOLLOWS_WITHIN = 3
"""Sentences after "Oman's sultan fell ill ..." in which a bare new name is read as his. Set by hand on 60 texts."""

OFFICE_IS_NAMED_WITHIN = 8
"""Sentences after "the premier of Togo" in which "Premier X" is read as him. Set by hand on 60 texts."""

PRONOUN_REACHES_BACK = 2
"""Sentences without a person that "he" may pass over to the last subject. Set by hand on 60 texts."""

LONGEST_LOOSE_NAME = 4
"""Words of a run of capitals that may be a person on weak evidence. Set by hand on real news pages."""

GROUP_REACHES_BACK = 2
"""Sentences before the last one with people in which "the two leaders" are looked for. Set by hand on 60 texts."""

TITLE_CASE_WORD = 5
"""Letters of a longer word: headline styles leave "with" and "from" small, and one small verb tells that a headline is
no such. Set by hand."""
