"""Words that tell no story apart: those of every text, and those of every news text. Hand-made for English."""

from __future__ import annotations

from functools import lru_cache

_STOP = """
a about after again against all also although am among an and any anyone are as at be because been before
being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont down
during each either else ever every few for from further get gets got had has have having he her here hers
herself hes him himself his how however i if im in into is isnt it its itself ive just least less like may me
might mine more most mr mrs ms much must my myself neither no none nor not of off on once one only onto or
other others our ours out over own per quite rather said same say saying says she shes should since so some
such tell tells than that thats the their theirs them themselves then there theres these they theyre this
those though through thus to told too toward towards under until up upon us very was wasnt we were werent weve
what when where whether which while who whom whose why will with within without wont would wouldnt yet you
your yours
"""
STOP = frozenset(_STOP.split())

_COMMON = """
according added afternoon agency ago ahead air american amid announced announcement apr april area around
asked associated aug august authorities authority away back began begin believe best better big body brought
business call called came capital case cause central change chief children cities city close come coming
comment company condition conference confirmed continue continued control could council countries country
court day days deal dec december decision department did director earlier early eight end ended even evening
event expected face family feb february federal final find first five following force forces foreign former
found four fri friday full general give given go going good government group half head held help high home
hour hours house human immediately important incident including increase information international interview
investigation issue issued jan january jul july jun june keep killed know known large last late later latest
law lead leader leaders leave led left life line little local long longer look made main major make making man
many mar march matter media meet meeting member members men met military million minister ministry minute
minutes moment mon monday month months morning move moved national near nearly need never new news next night
nine north northern nov november now number oct october office officer officers official officials old open
order part party past people percent place plan planned plans point police political position possible power
present president press prime problem process program public put question rate reached release released remain
report reported reporter reporters reports request result return right rights role run running sat saturday
saw second secretary security see seen sep sept september service services set seven several show side sign
situation six social something source sources south southern speaking spoke spokesman spokesperson spokeswoman
staff start started state statement states still sun sunday support system take taken taking talks team ten
third three thu thur thurs thursday time times today together told took top tue tues tuesday turn two united
use used using vote wanted war way wed wednesday week weekend weeks well went west western woman women work
worked working world year years yesterday young
"""
COMMON = frozenset(_COMMON.split())

_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The word without a common English ending; for comparing, not for reading ("visits", "visited": "visit")."""
    if len(word) > 4 and not word.endswith("ss"):
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=1 << 17)
def term_of(word: str) -> str | None:
    """The term that a word, as `kit.shingles.fold` gives it, counts as; None for one that tells nothing."""
    return None if word in STOP or len(word) < 2 else stem(word)


COMMON_STEMS = frozenset(stem(word) for word in COMMON)
