"""The words by which a clause is read: closed classes, and common verbs with their forms.

Tables, no logic but the making of regular forms.
"""

from __future__ import annotations

from functools import cache

from wiredesk.events.sentences.words import word_set

DETERMINERS = word_set(
    """
    a an the this these those no any some each every all another its their our my your such what which whichever
    one two three four five six seven eight nine ten eleven twelve several many few more most other
    """
)
PREPOSITIONS = word_set(
    """
    of in on at to from with by for about against between among into onto over under through during without within
    across along around behind beside beyond despite down inside near off outside past per toward towards under upon via
    amid amidst alongside like unlike including aboard above below ahead throughout concerning regarding following
    versus besides except than out
    """
)
COORDINATORS = word_set("and but or nor yet & then")
SUBORDINATORS = word_set(
    """
    because although though while whilst when whenever as if unless after before since until till once whereas whether
    lest provided so how why where wherever
    """
)
MODALS = word_set(
    "will would shall should may might must can could ought 'll ’ll 'd ’d cannot won't won’t wouldn't wouldn’t"
)
BE = word_set("be is are was were been being am 're ’re isn't isn’t wasn't wasn’t weren't weren’t aren't aren’t")
HAVE = word_set("have has had having 've ’ve haven't hasn't hadn't haven’t hasn’t hadn’t")
DO = word_set("do does did don't doesn't didn't don’t doesn’t didn’t")
PRONOUNS = word_set("he she they we i you it them him us me who whom")
"""Those that the annotations left without a person."""
ADVERBS = word_set(
    """
    not never also again just now soon still already later earlier then there here home back away together abroad
    once twice only even ever always often today tonight yesterday tomorrow first last next instead however meanwhile
    likewise too himself herself themselves itself anyway up off please both
    very quite rather almost nearly perhaps maybe thus hence indeed afterwards afterward onwards onward
    straight apart alone face-to-face n't n’t not overnight thereafter whence thence hitherto nevertheless nonetheless
    downstairs upstairs ashore overland northwards southwards south north east west further late long
    """
)
NOUNS_IN_ING = word_set(
    """
    meeting morning evening building king spring beijing wing string ring thing something nothing anything everything
    sitting briefing training housing funding shipping fishing farming mining banking evening wedding hearing gathering
    opening signing greeting understanding painting drawing reading ceiling landing lightning sterling sibling ping
    outgoing incoming upcoming forthcoming visiting standing living leading ongoing neighbouring neighboring during
    """
)
NOUNS_IN_ED = word_set(
    "seed speed breed deed need bed red united hundred indeed shed sacred aged unwed naked wicked bleed"
)
_NOUNS_BY_ENDING = ("ment", "tion", "sion", "ity", "ness", "ship", "ance", "ence", "ism", "ists", "ers", "ors")
NOUNS_AFTER_TO = word_set(
    "parliament power office town peace war dinner lunch school church court congress jail prison"
)

_IRREGULAR = """
arise arose arisen|become became become|begin began begun|bind bound bound|bear bore borne|beat beat beaten|
bite bit bitten|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|
choose chose chosen|come came come|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought|
find found found|flee fled fled|fly flew flown|forget forgot forgotten|get got got|give gave given|go went gone|
grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|keep kept kept|
kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|
lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|read read read|
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|set set set|shake shook shaken|show showed shown|shut shut shut|sing sang sung|
sit sat sat|sleep slept slept|slip slipped slipped|speak spoke spoken|spend spent spent|stand stood stood|
steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|swim swam swum|take took taken|
teach taught taught|tell told told|think thought thought|throw threw thrown|wake woke woken|wear wore worn|
win won won|withdraw withdrew withdrawn|write wrote written|feed fed fed|overtake overtook overtaken|
understand understood understood|undertake undertook undertaken|wind wound wound|breed bred bred|quit quit quit
"""
_REGULAR = """
abandon accept accompany accord accuse acknowledge add address admit adopt agree airlift alight allow announce
answer appear applaud approach approve argue arrange arrive ask assure attend await award back backtrack bear blame
board bow breakfast brief bus buttonhole call cancel carry celebrate chair change chat check cite claim close collar
collect commend commission complain complete conclude condemn conduct confer confirm congratulate consider consult
contact continue convene convey corner credit criticise criticize cross cycle dash decamp decide declare decline
decorate dedicate defer delay deliver demand deny depart descend describe detour differ dine disclose discuss
disembark dismiss dispatch drop embark embrace emerge end enjoy enter entertain escort exchange expect explain
express extend extract fail ferry fete finish follow gather grant greet guide hail hand happen head helicopter help
hoist honor honour hop hope host huddle hug hurry inaugurate indicate inform initial insist inspect intend interrupt
introduce invite jet join journey kick kiss land last launch learn lecture like linger listen live look lunch march
mark mediate mention miss motor move need negotiate nip note offer open order participate pass pause persuade phone
pick pin plan plant play plead pledge pop pose postpone praise pray prepare present preside press proceed promise
propose pull push question race raise reach recall receive reconvene refuse reject relate remain remark renew repeat
reply report represent request reschedule resume return reveal review rush sail salute scrap serve settle share
shelve shift shuttle sign skip slip smuggle spell sport stage start state stay step stop stress stroll suggest
summon support swap swing talk tap telephone testify thank threaten touch tour trade travel treat trek try turn
unveil urge use usher venture view visit vow wait walk want warn watch wave weigh welcome whisk witness wonder work
worship wrap wreathe
"""
BOTH = word_set(
    """
    answer award back board bow brief call change check claim close corner deal delay demand draw drink drive end
    fall fight find guest hand head help hit hold hope host kick kiss land last leave lecture like link look march
    mark mind need note offer order phone pin plan play pledge praise present press promise question race read
    report request return review ride ring rise run rush sail salute set share shift show sign stage stand
    start state step stop strike support swing take talk think throw touch tour trade travel treat trip turn use
    venture view visit voice vow wait walk want warm watch win wind work
    bus ferry force helicopter jet motor pause permit shuttle
    """
)
"""Verbs whose present looks like a noun: what stands before them tells."""


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Each written form: its verb, and whether it is base `b`, present `s`, past `p`, participle `n`, both `e`, or
    in -ing `g`."""
    found: dict[str, tuple[str, str]] = {}
    for row in _IRREGULAR.replace("\n", "").split("|"):
        base, past, participle = row.split()
        found[base] = (base, "b")
        for written in _present(base):
            found[written] = (base, "s")
        for written in _ing(base):
            found[written] = (base, "g")
        found[past] = (base, "e" if past == participle else "p")
        if participle not in (past, base):
            found[participle] = (base, "n")
    for base in _REGULAR.split():
        found.setdefault(base, (base, "b"))
        for written in _present(base):
            found.setdefault(written, (base, "s"))
        for written in _ing(base):
            found.setdefault(written, (base, "g"))
        for written in _past(base):
            found.setdefault(written, (base, "e"))
    return found


def looks_like_noun(word: str) -> bool:
    """Whether an ending tells a noun."""
    return word.endswith(_NOUNS_BY_ENDING)


def _present(base: str) -> tuple[str, ...]:
    if base.endswith(("s", "sh", "ch", "x", "o", "z")):
        return (f"{base}es",)
    return (f"{base[:-1]}ies",) if base.endswith("y") and base[-2] not in "aeiou" else (f"{base}s",)


def _doubled(base: str) -> str:
    ends = len(base) > 2 and base[-1] in "bdgklmnprtv" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    return base + base[-1] if ends else ""


def _ing(base: str) -> tuple[str, ...]:
    if base.endswith("ie"):
        return (f"{base[:-2]}ying",)
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    doubled = _doubled(base)
    return (f"{stem}ing", f"{doubled}ing") if doubled else (f"{stem}ing",)


def _past(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (f"{base}d",)
    if base.endswith("y") and base[-2] not in "aeiou":
        return (f"{base[:-1]}ied",)
    doubled = _doubled(base)
    return (f"{base}ed", f"{doubled}ed") if doubled else (f"{base}ed",)
