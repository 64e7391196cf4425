"""Words of one sense: reporters tell one fact in other words ("died" for "was killed"). Hand-made for English news."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wiredesk.stories.wording.vocabulary import COMMON, stem

# One sense a line. Those before the empty line are things that happen: one that no told report has is news by itself.
_SENSES = """
kill killed killing die died dies dead death deaths dying fatal fatally fatality fatalities toll slain bodies corpses
injure injured injuring injury injuries hurt wound wounded wounds
arrest arrested arrests detain detained detains detention custody apprehended capture captured caught
charge charged charges indict indicted indictment accuse accused accuses
convict convicted conviction foundguilty verdict
acquit acquitted acquittal notguiltyverdict
sentence sentenced jailed imprisoned
resign resigned resigns resignation quit quits stepdown
dismiss dismissed sack sacked fired oust ousted ousting sacking
appoint appointed appointment named names nominate nominated nomination
elect elected election reelected
sign signed signs signing inked
approve approved approves approval adopt adopted passed ratify ratified ratification
overturn overturned overturns quash quashed annul annulled
reject rejected rejects rejection voteddown turndown refuse refused refuses
cancel cancelled canceled cancels calloff scrap scrapped cancellation
postpone postponed postpones delay delayed delays putoff
resume resumed resumes resumption restart restarted
rescue rescued rescues rescuing rescuers saved
release released releases
free freed freeing
escape escaped flee fled flees fleeing
evacuate evacuated evacuates evacuation evacuations movedout
shoot shot shooting gunfire gunned gunman gunmen shooter
attack attacked attacks assault assaulted raid raided
bomb bombed bombing explode exploded explosion blast blew blowup detonated
burn burned burnt burning blaze fire ablaze
burst bursts giveway gaveway breach breached
collapse collapsed collapses fell camedown toppled toppling caved
crash crashed crashes collide collided collision
sink sank sunk sinking capsize capsized
flood flooded flooding inundated
shake shook shaken rattle rattled rattles jolt jolted
ban banned bans prohibit prohibited forbid outlaw outlawed
sue sued sues lawsuit lawsuits
ally allied alliance
merge merged merger takeover acquire acquired acquires acquisition
bankrupt bankruptcy insolvent insolvency
strike strikes walkout walkouts walked-out
protest protested protests protesters demonstrate demonstrated demonstrators demonstration rally rallied
marry married marries wedding
win won wins victory defeat defeated beat beats beaten
recall recalled recalls
expel expelled expels expulsion deport deported
invade invaded invasion
ceasefire truce armistice
inquiry probe investigate investigated investigation investigating investigators
confess confessed confession admit admitted admits
apologise apologised apologize apologized apology
withdraw withdrew withdrawn withdrawal pullout
reopen reopened reopens reopening
arrive arrived arrives arrival landed
vanish vanished disappear disappeared missing
surrender surrendered surrenders
veto vetoed vetoes
extradite extradited extradition
suspend suspended suspends suspension
seize seized seizes confiscate confiscated hijack hijacked hijackers kidnap kidnapped abduct abducted

quake earthquake tremor temblor
magnitude measured
power electricity
ship ships vessel vessels boat boats ferry
leave left leaves sail sailed sails depart departed setoff departure
noon midday
dawn daybreak morning early predawn overnight
shut close closed closes closing closure
house houses home homes
child children kid kids youngster
pupil pupils student students
teacher teachers schoolteacher
police officers officer policeman policemen
doctor doctors physician physicians medic medics
hospital clinic
hospitalised hospitalized treated treatment treat
smoke fumes
firefighter firefighters firemen fireman
force forced drive drove driven
people persons
family families household households
put estimate estimated estimates reckoned valued
damage damages losses
road highway route motorway
tell told says said say stated state
declare declared declares proclaim proclaimed announce announced announces announcement
visit visits visited visiting trip trips journey travel travels travelled traveled tour toured
meet meets met meeting talks talk discuss discussed negotiate negotiated negotiation negotiations
counterpart colleague
minister secretary
government cabinet administration
lawmaker lawmakers parliamentarian parliamentarians legislator legislators deputies
parliament legislature assembly
prime premier
defense defence
buy buys bought purchase purchased
sell sold sells sale
price prices cost costs
rate rates
pay pays paid payment wages salary salaries
firm company companies corporation
court tribunal
lawyer attorney attorneys lawyers counsel
judge judges justice
alleged allegedly suspected suspect
crime offence offense
gun guns weapon weapons pistol rifle
car cars vehicle vehicles
plane planes aircraft jet airliner
soldier soldiers troops
army military
expect expected expects due
plan plans planned intend intends
help helped aid assist assistance
start started starts begin began begins
end ended ends finish finished
search searched searches searching hunt hunted
bring brought brings carry carried carrying
ruin ruins ruined rubble wreckage debris
destroy destroyed destroys destruction
build built builds building construct constructed construction
town city village
region province district
year years yearly annual annually
law legislation act statute bill
supreme top highest
cheer cheered cheers celebrate celebrated celebrations
allow allowed allows allowing let lets letting permit permitted
outside front
fall falls decline declined drop dropped
rise rises rose climb climbed grow grew grown
big large huge
strong powerful
ask asked asks urge urged urges call called calls appeal appealed
warn warned warns warning
agree agreed agreement accord deal pact
hear heard hearing
boss chief head leader
worker workers employee employees staff
vote voted votes voting ballot
poll polls survey
storm storms hurricane cyclone typhoon
rain rains rainfall downpour
victim victims
mother mum father dad parent parents
happen happened occur occurred
area zone
cut cuts cutting lower lowered lowers reduce reduced reduction slash slashed
order ordered orders
lift lifted raise raised raises hike hiked increase increased increases
launch launched launches unveil unveiled
nearly almost
around about roughly
""".strip("\n")

_PHRASES = (
    (r"\bfound (?:[\w.-]+ ){0,5}?guilty\b|\bguilty verdict\b", " foundguilty "),
    (r"\b(?:pleaded|pleads|pleading) (not )?guilty\b", " pleaded "),
    (r"\b(?:step|steps|stepped|stepping) down\b|\bhanded in (?:his|her|their) resignation\b", " stepdown "),
    (r"\b(?:call|calls|called|calling)(?: \w+){0,3} off\b", " calloff "),
    (r"\b(?:open|opens|opened|opening) fire\b", " shot "),
    (r"\b(?:drove|ran|sped|got|made) (?:away|off)\b", " fled "),
    (r"\blet go\b|\blet (?:him|her|them) go\b|\bset free\b", " released "),
    (r"\b(?:pulled|brought|dug|taken)(?: out)? alive\b|\bfound alive\b", " rescued "),
    (r"\barmed men\b", " gunmen "),
    (r"\b(?:struck|strike|strikes|striking) down\b|\b(?:threw|throw|thrown|throws) out\b", " overturned "),
    (r"\b(?:lost (?:his|her|their) jobs?|laid off)\b", " dismissed "),
    (r"\b(?:put|puts|putting)(?: \w+){0,2} (?:off|back)\b", " putoff "),
    (r"\b(?:give|gives|gave|giving) way\b", " giveway "),
    (r"\b(?:come|comes|came|coming) down\b", " camedown "),
    (r"\b(?:turn|turns|turned|turning|voted?) (?:it |them )?down\b", " turndown "),
    (r"\b(?:moved|taken|brought|led) out of\b", " movedout "),
    (r"\b(?:go|goes|went|gone|going) out\b|\bcut off\b", " cut "),
    (r"\b(?:set|sets) (?:off|out)\b", " setoff "),
    (r"\b(?:pull|pulls|pulled) out\b", " pullout "),
    (r"\b(?:has|have|had) been due to\b|\bis to\b|\bwas to\b", " due "),
)  # fmt: skip
_WORDED = [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _PHRASES]

_SENSE: dict[str, str] = {}
_HAPPENINGS: set[str] = set()


def _fill() -> None:
    happening = True
    for line in _SENSES.split("\n"):
        if not line:
            happening = False
            continue
        name = "=" + line.split()[0]
        for word in line.split():
            _SENSE.setdefault(word, name)
            _SENSE.setdefault(stem(word), name)
        if happening:
            _HAPPENINGS.add(name)


_fill()
HAPPENINGS = frozenset(_HAPPENINGS)
"""Senses of what happens: a sentence with one that was never told is news."""
KIN = (frozenset(("=rescue", "=release", "=free")),)
"""Senses of which one may stand for another: whoever was told to be rescued was freed."""


def worded(text: str) -> str:
    """The text with phrases of a sense put as one word ("stepped down", "called off")."""
    for pattern, instead in _WORDED:
        text = pattern.sub(instead, text)
    return text


def has_sense(word: str) -> bool:
    """Whether a folded word is in one of the groups."""
    return word in _SENSE


@lru_cache(maxsize=1 << 16)
def is_common(term: str) -> bool:
    """Whether a term is a word that news is made of."""
    return term in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(sense(word) for word in COMMON)


@lru_cache(maxsize=1 << 16)
def sense(word: str) -> str:
    """The group of a folded word, or its family."""
    return _SENSE.get(word) or _SENSE.get(stem(word)) or family(word)


def family(word: str) -> str:
    """What "geologists" and "geological", "Ruritania" and "Ruritanian" have in common: seven letters at most."""
    return stem(word.removesuffix("s"))[:7]
