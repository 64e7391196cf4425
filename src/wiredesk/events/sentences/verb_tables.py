"""The verbs that tell of visits, meetings and calls, by what they tell of: tables, and the one look into them.

Verbs stand with all their forms, so that a reader sees what is matched: base, third person, past, participle, -ing.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

Form = Literal["base", "present", "past", "participle", "ing"]

_GO = """
travel travels traveled|travelled traveled|travelled traveling|travelling
fly flies flew flown flying
jet jets jetted jetted jetting
sail sails sailed sailed sailing
shuttle shuttles shuttled shuttled shuttling
go goes went gone going
come comes came come coming
head heads headed headed heading
journey journeys journeyed journeyed journeying
return returns returned returned returning
drive drives drove driven driving
cross crosses crossed crossed crossing
proceed proceeds proceeded proceeded proceeding
continue continues continued continued continuing
slip slips slipped slipped slipping
dash dashes dashed dashed dashing
rush rushes rushed rushed rushing
hurry hurries hurried hurried hurrying
race races raced raced racing
swing swings swung swung swinging
turn turns turned turned turning
show shows showed shown|showed showing
venture ventures ventured ventured venturing
trek treks trekked trekked trekking
hop hops hopped hopped hopping
ride rides rode ridden riding
get gets got got|gotten getting
walk walks walked walked walking
motor motors motored motored motoring
pop pops popped popped popping
nip nips nipped nipped nipping
set sets set set setting
"""
_ARRIVE = """
arrive arrives arrived arrived arriving
land lands landed landed landing
stop stops stopped stopped stopping
touch touches touched touched touching
end ends ended ended ending
step steps stepped stepped stepping
disembark disembarks disembarked disembarked disembarking
alight alights alighted alighted alighting
"""
_REACH = """
reach reaches reached reached reaching
enter enters entered entered entering
"""
_LEAVE = """
leave leaves left left leaving
depart departs departed departed departing
"""
_STAY = """
be is|am|are was|were been being
stay stays stayed stayed staying
remain remains remained remained remaining
spend spends spent spent spending
appear appears appeared appeared appearing
"""
_VISIT = """
visit visits visited visited visiting
tour tours toured toured touring
"""
_ATTEND = """
attend attends attended attended attending
address addresses addressed addressed addressing
participate participates participated participated participating
join joins joined joined joining
"""
_REPRESENT = """
represent represents represented represented representing
"""
_LEAD = """
lead leads led led leading
bring brings brought brought bringing
accompany accompanies accompanied accompanied accompanying
"""
_TAKE = """
take takes took taken taking
"""
_HOST = """
host hosts hosted hosted hosting
receive receives received received receiving
welcome welcomes welcomed welcomed welcoming
greet greets greeted greeted greeting
fete fetes feted feted feting
entertain entertains entertained entertained entertaining
treat treats treated treated treating
"""
_GIVE = """
give gives gave given giving
throw throws threw thrown throwing
"""
_INVITE = """
invite invites invited invited inviting
ask asks asked asked asking
"""
_MEET = """
meet meets met met meeting
confer confers conferred conferred conferring
reconvene reconvenes reconvened reconvened reconvening
huddle huddles huddled huddled huddling
see sees saw seen seeing
dine dines dined dined dining
"""
_SIT = """
sit sits sat sat sitting
"""
_HOLD = """
hold holds held held holding
have has had had having
open opens opened opened opening
conclude concludes concluded concluded concluding
begin begins began begun beginning
start starts started started starting
resume resumes resumed resumed resuming
chair chairs chaired chaired chairing
"""
_SPEAK = """
speak speaks spoke spoken speaking
talk talks talked talked talking
"""
_JOINT = """
sign signs signed signed signing
agree agrees agreed agreed agreeing
shake shakes shook shaken shaking
inspect inspects inspected inspected inspecting
discuss discusses discussed discussed discussing
inaugurate inaugurates inaugurated inaugurated inaugurating
co-chair co-chairs co-chaired co-chaired co-chairing
gather gathers gathered gathered gathering
convene convenes convened convened convening
negotiate negotiates negotiated negotiated negotiating
chat chats chatted chatted chatting
lunch lunches lunched lunched lunching
breakfast breakfasts breakfasted breakfasted breakfasting
embrace embraces embraced embraced embracing
hug hugs hugged hugged hugging
pose poses posed posed posing
stroll strolls strolled strolled strolling
walk walks walked walked walking
lay lays laid laid laying
plant plants planted planted planting
unveil unveils unveiled unveiled unveiling
cut cuts cut cut cutting
launch launches launched launched launching
witness witnesses witnessed witnessed witnessing
watch watches watched watched watching
preside presides presided presided presiding
kneel kneels knelt knelt kneeling
pray prays prayed prayed praying
settle settles settled settled settling
initial initials initialled|initialed initialled|initialed initialling|initialing
ink inks inked inked inking
toast toasts toasted toasted toasting
"""
_BESIDE = """
appear appears appeared appeared appearing
stand stands stood stood standing
sit sits sat sat sitting
join joins joined joined joining
run runs ran run running
tell tells told told telling
assure assures assured assured assuring
urge urges urged urged urging
"""
_CALL = """
call calls called called calling
phone phones phoned phoned phoning
telephone telephones telephoned telephoned telephoning
ring rings rang rung ringing
"""
_EXCHANGE = """
exchange exchanges exchanged exchanged exchanging
trade trades traded traded trading
swap swaps swapped swapped swapping
"""
_LIGHT = """
pay pays paid paid paying
make makes made made making
begin begins began begun beginning
start starts started started starting
end ends ended ended ending
finish finishes finished finished finishing
conclude concludes concluded concluded concluding
complete completes completed completed completing
wrap wraps wrapped wrapped wrapping
wind winds wound wound winding
round rounds rounded rounded rounding
kick kicks kicked kicked kicking
launch launches launched launched launching
open opens opened opened opening
embark embarks embarked embarked embarking
undertake undertakes undertook undertaken undertaking
set sets set set setting
plan plans planned planned planning
leave leaves left left leaving
depart departs departed departed departing
be is|am|are was|were been being
return returns returned returned returning
continue continues continued continued continuing
cut cuts cut cut cutting
break breaks broke broken breaking
follow follows followed followed following
arrive arrives arrived arrived arriving
take takes took taken taking
"""
_CANCEL = """
cancel cancels canceled|cancelled canceled|cancelled canceling|cancelling
call calls called called calling
scrap scraps scrapped scrapped scrapping
abandon abandons abandoned abandoned abandoning
drop drops dropped dropped dropping
ditch ditches ditched ditched ditching
axe axes axed axed axing
"""
_POSTPONE = """
postpone postpones postponed postponed postponing
delay delays delayed delayed delaying
defer defers deferred deferred deferring
put puts put put putting
shelve shelves shelved shelved shelving
suspend suspends suspended suspended suspending
push pushes pushed pushed pushing
reschedule reschedules rescheduled rescheduled rescheduling
move moves moved moved moving
shift shifts shifted shifted shifting
bring brings brought brought bringing
"""

VerbClass = Literal[
    "go", "arrive", "reach", "leave", "stay", "visit", "attend", "represent", "lead", "take", "host", "give", "invite",
    "meet", "sit", "hold", "speak", "joint", "beside", "call", "exchange", "light", "cancel", "postpone",
]  # fmt: skip

_TABLES: dict[VerbClass, str] = {
    "go": _GO,
    "arrive": _ARRIVE,
    "reach": _REACH,
    "leave": _LEAVE,
    "stay": _STAY,
    "visit": _VISIT,
    "attend": _ATTEND,
    "represent": _REPRESENT,
    "lead": _LEAD,
    "take": _TAKE,
    "host": _HOST,
    "give": _GIVE,
    "invite": _INVITE,
    "meet": _MEET,
    "sit": _SIT,
    "hold": _HOLD,
    "speak": _SPEAK,
    "joint": _JOINT,
    "beside": _BESIDE,
    "call": _CALL,
    "exchange": _EXCHANGE,
    "light": _LIGHT,
    "cancel": _CANCEL,
    "postpone": _POSTPONE,
}
KINDS: tuple[VerbClass, ...] = tuple(_TABLES)
_FORMS: tuple[Form, ...] = ("base", "present", "past", "participle", "ing")


@cache
def verbs(kind: VerbClass) -> dict[str, tuple[str, frozenset[Form]]]:
    """Each written form of the class's verbs: its lemma and the forms that it may be."""
    found: dict[str, tuple[str, frozenset[Form]]] = {}
    for line in _TABLES[kind].strip().splitlines():
        columns = [column.split("|") for column in line.split()]
        for form, written in zip(_FORMS, columns, strict=True):
            for word in written:
                lemma, forms = found.get(word, (columns[0][0], frozenset[Form]()))
                found[word] = (lemma, forms | {form})
    return found
