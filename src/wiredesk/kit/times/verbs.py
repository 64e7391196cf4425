"""The verbs of news English that show when a clause happens, as one verbose pattern with a group for each cue.

`future`: modals, "is due to", "has promised to". `planned`: what was to come and may have come since ("had been set
to", "was to have"). `past`: preterites and perfects. `timetable`: the present tense of plans ("flies to Vienna on
Wednesday"). `running`: "a summit ending on Thursday". `witnessed`: the present tense of captions ("speaks to
reporters"). `infinitive`: "to visit", which takes the tense of the verb that it hangs on.
"""

from __future__ import annotations

import re
from functools import cache


def _any(names: str) -> str:
    return "(?:" + "|".join(names.split()) + ")"


ADVERBS = r"(?:\s+(?:not|also|now|still|then|only|first|soon|again|later|instead|both|all|never|since|\w+ly))*"
NO_VERB = r"(?!(?:a|an|the|his|her|its|their|this|that|these|those|our|my|your|[A-Z]\w*|\d\w*)\b)"
AHEAD = _any(
    "due set expected scheduled slated planned supposed likely unlikely poised booked invited ready about bound "
    "preparing planning going hoping aiming intending meant tipped billed timed heading"
)
PLANNED = _any("planned scheduled slated set arranged fixed pencilled penciled booked listed")
# Verbs and nouns before an infinitive or a "for" that lies ahead of them.
INTENDING = _any(
    "plan plans planned intend intends intended hope hopes hoped aim aims aimed vow vows vowed promise promises "
    "promised agree agrees agreed expect expects expected decide decides decided want wants wanted prepare prepares "
    "prepared propose proposes proposed offer offers offered threatened threatens pledged pledges due set scheduled "
    "slated ready poised likely invited invites invite urged urges asked asks invitation invitations preparations "
    "chance accepted declined refused"
)
PAST = _any(
    "was were had did said told met went flew left held came began begun took made gave got saw spoke drew drove ran "
    "rose fell sat stood paid sent brought bought thought won lost led kept knew found became chose broke struck "
    "shook hit hurt wrote sold built felt fought grew heard laid rode sank sang sought shot showed shown slept spent "
    "swore taught threw understood woke wore withdrew overthrew forbade wound undertook underwent gone been done seen "
    "given taken fled dealt meant quit beat bade sworn put cut"
)
TIMETABLE = _any(
    "arrives begins attends departs flies opens starts ends returns travels heads leaves lands goes comes continues "
    "resumes sails faces reopens reassembles closes expires retires "
    "debuts embarks convenes reconvenes hosts receives holds takes kicks meets visits runs lasts"
)
# Of several people; no nouns, so far as can be helped.
PLURAL = _any("arrive depart leave fly begin meet return go travel head gather convene resume continue")
# These are nouns, too, behind an article.
PLURAL_OR_NOUN = _any("start open close end")
WITNESSED = _any(
    "speaks tells says inspects greets welcomes addresses walks shakes waves listens looks poses gestures delivers "
    "reviews sits stands"
)
PRESENT = _any("is are am has have wants hopes remains seeks makes leads gets")
# What becomes of a plan; a day after it is still to come: "has called off a visit on Friday".
WITHDRAWN = (
    r"(?:called\s+off|cancell?ed|scrapped|abandoned|shelved|axed|dropped|postponed|put\s+off|pulled\s+out\s+of"
    r"|withdrawn\s+from)"
)
# Words in -ed that are hardly ever the verb of a clause.
NOT_PAST = _any(
    "hundred indeed united armed wanted alleged proposed planned expected scheduled repeated continued increased "
    "limited combined unnamed detailed advanced experienced masked disputed occupied divided annexed wounded retired "
    "renewed"
)
_OTHERS = (
    "will shall won would wouldn may might could can cannot should must he she it they we i you who that is are was "
    "were be been being has have had having did put upcoming forthcoming to ago once since ending called pulled "
    "billed follows asked pressed questioned quizzed reached contacted elected appointed arrested released founded "
    "sets turns voters citizens concluding lasting running"
)
DATED = (
    r"(?:[A-Z][a-z]+day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\d|next\s|this\s|to(?:day|night)\b"
    r"|tomorrow\b)"
)
AUXILIARY = rf"(?:(?:has|have|had|was|were|is|are){ADVERBS}\s+)?(?:been\s+)?"

PATTERN = rf"""\b(?:
    (?P<planned>
        had\s+been{ADVERBS}\s+{AHEAD}\b(?:\s+(?:to|for)\b)?(?:\s+be\b)?(?:\s+[a-z]+)?
      | (?:was|were){ADVERBS}\s+to\s+have\s+[a-z]+(?:\s+[a-z]+(?:ed|n)\b)?
      | had\s+(?:been\s+)?{PLANNED}\s+(?:in\s+for|for|on|in|next|this|later)\b
      | invitations?\s+(?:to|for)\s+(?:[\w.’'-]+\s+){{1,5}}?to\s+{NO_VERB}[a-z]+
      | invited\s+(?:[\w.’'-]+\s+){{1,5}}?to\s+(?:a|an|the|his|her|its|their)\b
    )
  | (?P<future>
        (?:[Ww]ill|shall|won['’]t|would|wouldn['’]t|may|might|could|can|cannot|can['’]t|should|must)\b(?!['’])
            (?!\s+(?:of|and|or)\b){ADVERBS}(?:\s+(?:be|have|go)\b)?{ADVERBS}(?:\s+(?:been|being)\b)?
            (?:\s+(?!on\b|in\b)[a-z]+)?
      | (?:he|she|it|they|we|I|you|who|that)['’]ll\s+[a-z]+
      | (?:is|are|was|were|be|been|being|has\s+been|have\s+been){ADVERBS}\s+{AHEAD}\b
            (?:\s+(?:to|for)\b)?(?:\s+be\b)?(?:\s+[a-z]+)?
      | (?:is|are|was|were){ADVERBS}\s+to\s+(?:have\s+|be\s+)?{NO_VERB}[a-z]+
      | {AUXILIARY}{INTENDING}\s+(?:(?:him|her|them|it|(?:the\s+)?\w+|[A-Z]\w+(?:\s[A-Z]\w+){{1,2}})\s+)?
            to\s+(?:have\s+|be\s+)?{NO_VERB}[a-z]+
      | {AUXILIARY}{PLANNED}\s+(?:in\s+for|for|on|in|next|this|later)\b
      | {AUXILIARY}(?:postponed|delayed|deferred|rescheduled|put\s+off|put\s+back|moved|pushed)\s+(?:back\s+)?
            (?:to|until|till|for|from)\b
      | {AUXILIARY}(?:postponed|delayed|deferred|put\s+off)\s+(?:\w+\s+){{1,4}}(?:until|till|to(?=\s+{DATED}))\b
      | (?:has|have|had){ADVERBS}\s+invited\b
      | (?:called|billed)\s+for\s+(?=(?:early\s|late\s)?{DATED})
      | (?<!as\s)(?:expected|due)\s+(?:(?:back|out|home|here|there)\s+)?(?:on|in|at|for)\s+
            (?=(?:early\s|late\s)?{DATED})
      | (?<!as\s)(?:expected|due)\s+(?:in|at)\s+(?:the\s+[a-z]+|[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?:on|in|for)\s+(?={DATED})
      | upcoming | forthcoming
    )
  | (?P<withdrawn>
        (?:has|have){ADVERBS}\s+{WITHDRAWN}\b
      | (?<=day\s){WITHDRAWN}\b | (?<=day\snight\s){WITHDRAWN}\b | (?<=day\sevening\s){WITHDRAWN}\b
    )
  | (?P<past>
        since\s+[a-z]+ing\b
      | follows\s+(?:a|an|the|one|his|her|their|its|talks|[a-z]+s)\b
      | ^(?:Asked|Pressed|Questioned|Quizzed|Reached|Contacted|Elected|Appointed|Arrested|Released|Founded)\b
      | once\s+{PLANNED}(?:\s+in)?\s+(?:for|on)\b
      | (?:has|have|had|having){ADVERBS}\s+(?:been\s+)?(?:\w+ed|{PAST})\b
      | did(?:n['’]t)?{ADVERBS}(?:\s+[a-z]+)?
      | (?:was|were)(?:n['’]t)?{ADVERBS}(?:\s+(?:being\s+)?(?:\w+(?:ed|ing)|{PAST}))?\b
      | (?:{PAST}|ago)\b
      | (?!{NOT_PAST}\b)[a-z]+[b-df-z]ed\b | (?:agreed|freed|decreed|guaranteed|refereed)\b
    )
  | (?P<infinitive>
        to\s+(?:be\s+|have\s+)?{NO_VERB}(?!(?:him|her|them|me|us|it|which|whom|what|where|and|be|today|yesterday|tomorrow
            |last|next|early|late|mid)\b)[a-z]{{2,}}\b
    )
  | (?P<timetable>(?:is|are)\s+being\s+[a-z]+ | (?:[Vv]oters|[Cc]itizens)\s+(?:choose|elect|vote|go|head|return)\b
      | (?:is|are)\s+(?:arriving|visiting|meeting|travelling|traveling|flying|leaving|attending|hosting)\b
      | {TIMETABLE}\b(?!['’]) | sets\s+(?:off|out|sail)\b | turns\s+\d\d\b
      | (?<!\bon\s){PLURAL}\s+(?=(?:on|in|for|to|from|at|again|early|late|next|this|[A-Z]\w+day)\b)
      | (?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bto\s){PLURAL_OR_NOUN}\s+(?=(?:on|at|again|next|this|[A-Z]\w+day)\b))
  | (?P<running>(?:ending|concluding|lasting|running)\b)
  | (?P<witnessed>{WITNESSED}\b(?!['’]))
  | (?P<present>{PRESENT}\b(?!['’]))
    )"""


@cache
def first_words() -> frozenset[str]:
    """Lower-case words that a cue may begin with; words in -ed come on top."""
    lists = (INTENDING, PLANNED, PAST, TIMETABLE, PLURAL, PLURAL_OR_NOUN, WITNESSED, PRESENT)
    return frozenset(word.lower() for words in (*lists, _OTHERS) for word in re.findall(r"[a-z]+", words))
