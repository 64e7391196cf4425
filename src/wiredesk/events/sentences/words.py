"""The words around the verbs of visits, meetings and calls: tables, no logic. The verbs are in `verb_tables`."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by blanks."""
    return frozenset(text.split())


VISIT_NOUNS = word_set(
    """
    arrival visit visits trip trips tour tours journey journeys pilgrimage stop stopover travel swing jaunt excursion
    sojourn voyage foray leg
    """
)
MEETING_NOUNS = word_set(
    "meeting meetings talks discussions summit session consultations conversation conversations breakfast lunch dinner "
    "banquet audience luncheon supper negotiations tête-à-tête tete-a-tete one-on-one pre-meeting get-together parley "
    "sit-down encounter"
)
AGAIN = word_set("second third fourth fifth sixth next another previous last earlier further follow-up")
"""Before "meeting", "round" they tell that the same people have met or will meet at another time."""
CALL_WORDS = word_set("phone telephone video videoconference")
"""What makes a conversation a call, after "by", "over the", "on the" or before "call", "link", "conference"."""

CALL_NOUNS = word_set("call calls videoconference teleconference videoconferences")

DETERMINERS = word_set("a an the this that his her their its any another no one first second third")
"""Before "visit" or "meeting" they tell the noun from the verb."""

FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
UNSURE = word_set("ought may might could should must can cannot")
AUXILIARIES = word_set(
    """
    will shall would may might could should must can be is are was were am been being has have had having do
    does did
    """
)
PLANNED = word_set(
    """
    due expected set scheduled slated booked billed planning plans planned intends intended likely preparing meant
    supposed poised
    """
)
AGREED = word_set("agree agrees agreed agreeing arranged promised pledged decided")
"""Before "to meet" they tell of what is still to come."""
WISHED = word_set(
    """
    hopes hoped hoping prepared glad happy pleased delighted eager keen
    wants wanted wish wishes ready willing offered threatened vowed refused declined urged
    demanded able unable failed
    """
)
WEIGHED = word_set("consider considers considered considering weigh weighs weighed weighing mull mulls mulled mulling")
"""Before a trip they tell of a thought."""
THOUGHTS = word_set(
    """
    proposal proposals proposed idea suggestion suggested request requests demand demands call calls appeal hopes
    prospect prospects possibility
    """
)
"""Right before "for" or "of" and a trip or talks they tell of a wish."""
UNSURE_NOUNS = word_set("chance wish offer pressure call calls refusal failure urge urged advised")
ADVERBS = word_set(
    """
    also then later last first now soon again just only already still never not finally recently briefly jointly
    separately personally officially once next early afterward afterwards twice gladly would together himself
    herself themselves on home back straight since instead secretly reportedly formally previously longer currently
    presently
    """
)
NEGATIONS = word_set("not never no neither nor without nobody")

SAYING = word_set(
    """
    said says say announced announce announces confirmed confirms told tells reported reports added stated
    disclosed according denied denies answered declared revealed dismissed dismisses refuted refutes rebutted rebuts
    rejected rejects concurred concurs noted notes remarked remarks informed informs specified specifies explained
    explains stressed stresses emphasized emphasised underlined clarified wrote posted tweeted
    """
)
SPEAKING_BODIES = word_set("office ministry palace government embassy presidency court department administration")
UNNAMED_SOURCES = word_set("source sources diplomat diplomats insiders analysts")
"""Who says it makes it expected, not announced: nobody speaks for the body."""
PRIVATE_SOURCE_SIGNS = (
    "familiar with", "not to be identified", "not to be named", "close to the", "in the know", "briefed on",
    "with knowledge of", "with direct knowledge", "privy to", "not authorized to speak", "not authorised to speak",
    "people said", "people told",
)  # fmt: skip

GATHERINGS = word_set("summit conference meeting forum funeral ceremony inauguration session congress talks")
CARRIERS = word_set("plane aircraft jet helicopter train motorcade convoy ship yacht car delegation entourage")
"""Behind "her" or "the president's" they bring the person who is told of."""

LINKS = frozenset({",", "and", "&", "or"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
INVITATION = word_set("invitation invitations")
PRIVATE_SIGNS = word_set("holiday vacation honeymoon exile asylum pilgrims")

PERSON_OBJECT_PREPOSITIONS = word_set(
    """
    by with of to for beside from between against alongside about after under behind near on including
    """
)
CLAUSE_OPENERS = word_set(
    """
    when where while as because but although though after before since until if whether which that so whom whose
    """
)

NOT_OFFICIALS = word_set(
    """
    spokesman spokeswoman spokesperson spokespersons aide editor nurse goalkeeper singer actor actress farmer
    merchant leader's opposition consul professor analyst author lawyer activist player coach captain journalist
    reporter student worker driver doctor teacher priest father bishop officials official lawmaker lawmakers
    chairman executive founder owner tribe tribal mayor senator congressman growers producers exporters importers
    manufacturers brokers traders retailers club company airlines university college federation football foundation
    museum institute hospital motors olympic chamber
    """
)
"""Words of a role that keep its holder from being a principal: they speak for others or for themselves."""

CONTACT = word_set(
    """
    meet meets met meeting talks talk talked host hosts hosted guest welcome welcomed greet greeted receive received
    dinner lunch breakfast banquet ceremony danced letter together signed sign joined opened open counterpart inspected
    sat sit handed hand saw audience session conversation courtesy confer conferred co-chair co-chaired tête-à-tête
    tete-a-tete negotiate negotiated embraced embrace hugged shook supper luncheon dine dined
    meetings interlocutor interlocutors
    """
)
"""Words that bring the visitor together with somebody of the visited country in a sentence of its own."""

BODIES = word_set(
    """
    un united nations nato european eu african arab league asean imf world bank who opec iaea osce commonwealth union
    wto unesco unicef unhcr ecowas caricom gcc mercosur sadc igad oecd icrc interpol
    organization organisation international cooperation council commission mission cross crescent
    """
)
"""Words of a role that tell an international body, so that its holder needs no country."""
CHAMBERS = word_set(
    "senate parliament assembly house duma majlis knesset council cabinet presidency committee commission staff"
)
"""Words of a role whose chairman holds an office of the state."""
RANKS_OF_OFFICE = word_set(
    """
    vice first second third deputy interim acting caretaker transitional outgoing incoming former state council
    senate parliament assembly house national federal honorary executive
    """
)
"""What may stand before "president" in a state's office."""
STATE_OFFICES = word_set(
    """
    president minister premier chancellor king queen emir amir sultan pope prince princess emperor monarch secretary
    leader envoy
    """
)
"""Words of a role whose holder stands for a state even where the text does not say which."""
