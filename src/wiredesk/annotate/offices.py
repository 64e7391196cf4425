"""Offices, ranks of office and the words around them, in American and British spelling. A table to add to."""

from __future__ import annotations

from wiredesk.kit.tables import words

# What an office is called. A head of several words is written with spaces; hyphens are read as spaces.
NATIONAL_HEADS = frozenset(
    {
        "prime minister", "pm", "prime minister-designate", "president-elect", "minister", "premier", "president",
        "premier-designate", "prime minister-elect", "premier-elect", "chancellor-designate", "chancellor-elect",
        "minister-designate", "president-designate", "ambassador-designate", "minister delegate", "solicitor general",
        "inspector general", "auditor general", "surgeon general", "prosecutor general", "procurator general",
        "vice president", "chancellor", "vice chancellor", "secretary of state", "secretary", "taoiseach",
        "tanaiste", "tánaiste", "king", "queen", "emperor", "empress", "sultan", "sultana", "emir", "amir",
        "pope", "pontiff", "crown prince", "crown princess", "heir to the throne", "heir apparent",
        "head of state", "head of government", "supreme leader", "monarch", "ruler", "grand duke", "regent",
        "leader", "chief of staff", "chief of army staff", "chief of defence staff", "chief of defense staff",
        "chief of general staff", "chief of the general staff", "chief of the army staff",
        "chairman of the joint chiefs of staff", "attorney general", "foreign affairs chief", "speaker",
        "state councilor", "state councillor", "ambassador", "consul", "consul general",
        "national security adviser", "national security advisor", "first lady", "high commissioner",
        "undersecretary", "under secretary", "state secretary", "undersecretary of state", "deputy secretary of state",
        "first minister", "diplomat", "minister counselor", "chargé d'affaires", "charge d'affaires",
        "army chief", "military chief", "navy chief", "air force chief", "defense chief", "defence chief",
        "intelligence chief", "spy chief", "police chief", "security chief", "governor general", "governor-general",
        "special assistant", "cabinet secretary", "prime cabinet secretary", "first sea lord",
        "ps", "cs", "permanent secretary", "principal secretary", "joint secretary",
    }
)  # fmt: skip
"""Offices whose holder speaks for a country, unless an organisation is named with them."""

OTHER_HEADS = frozenset(
    {
        "secretary general", "secretary-general", "under-secretary-general", "undersecretary-general",
        "general secretary", "high representative", "special representative", "representative", "envoy",
        "special envoy", "mediator", "negotiator", "rapporteur", "special rapporteur", "commissioner", "director",
        "director general", "director-general", "chief", "chief executive", "chief minister", "chief justice",
        "commander", "commander in chief", "chairman", "chairwoman", "chairperson", "chair", "co-chairman",
        "spokesman", "spokeswoman", "spokesperson", "governor", "lieutenant governor", "mayor", "senator", "sen.",
        "rep.", "congressman", "congresswoman", "lawmaker", "legislator", "aide", "adviser", "advisor",
        "councilor", "councillor", "counselor", "prosecutor", "judge", "justice", "deputy", "coordinator",
        "administrator", "delegate", "head", "boss", "party leader", "candidate", "archbishop", "bishop",
        "cardinal", "patriarch", "grand ayatollah", "grand mufti", "mufti", "dalai lama", "rabbi", "priest",
        "nuncio", "warlord", "rebel", "dissident", "activist", "analyst", "professor", "economist", "editor",
        "lawyer", "attorney", "nurse", "doctor", "goalkeeper", "coach", "captain", "author", "director of",
        "banker", "businessman", "businesswoman", "tycoon", "billionaire", "astronaut", "journalist", "reporter",
        "correspondent", "researcher", "scientist", "expert", "historian", "witness", "resident", "farmer",
        "teacher", "student", "worker", "opposite number", "counterpart", "predecessor", "successor",
        "permanent representative", "first secretary", "superintendent", "sheriff", "gov.", "pres.",
        "fire chief", "chief fire officer", "colleague", "consort",
        "politburo member", "cabinet member", "council member", "vice chairman",
        "strongman", "state counsellor", "counsellor",
    }
) - {"director of"}  # fmt: skip

RELATIONAL_HEADS = frozenset({"counterpart", "opposite number", "colleague", "predecessor", "successor"})
"""Heads that name an office by another's."""

UNOFFICIAL_HEADS = words(
    "rebel dissident activist analyst professor economist editor lawyer attorney nurse doctor goalkeeper coach "
    "captain author banker businessman businesswoman tycoon billionaire astronaut journalist reporter "
    "correspondent researcher scientist expert historian witness resident farmer teacher student worker "
    "candidate boss deputy priest rabbi delegate lawmaker legislator judge justice head chief aide"
)
"""Heads that are kept beside a name only: alone they are too often no one person."""

# Words that may stand between a nationality and the head.
MODIFIERS = words(
    "commission agency corporate "
    "kurdish arab jewish shiite sunni muslim christian tamil maronite druze "
    "policy federal global deputy-foreign strategic defense defence foreign interior finance financial trade "
    "health energy justice economy economic economics education agriculture agricultural transport "
    "transportation environment environmental culture cultural tourism labor labour employment home security "
    "state treasury war commerce commercial industry industrial oil petroleum information communications "
    "planning development external internal european maritime railway railways water fisheries mines mining "
    "sports sport science technology housing immigration migration public social welfare national territorial "
    "naval air army navy military force forces marine top chief senior junior special presidential government "
    "opposition party parliamentary parliament palace ministry embassy police provincial district regional "
    "general supreme spiritual ruling royal papal cabinet council central bank peace nuclear climate human "
    "rights rebel militia guerrilla union prison paramount main chief country's nation's kingdom's staff joint "
    "intelligence budget investment digital infrastructure veterans women's youth family religious indigenous "
    "local municipal city county border coast guard customs arms political diplomatic press communist "
    "socialist conservative liberal democratic republican islamist nationalist separatist exiled hardline "
    "pro-western transitional military-backed ground land naval missile space aviation affairs relations "
    "cooperation integration reunification unification mission peacekeeping region city town village tribal "
    "clan church orthodox catholic legal tax campaign study team shipping ports roads aviation telecommunications "
    "telecom most electricity power petroleum hydrocarbons forestry forests livestock rural urban works gender women "
    "children solidarity innovation research higher heritage arts media post postal pensions privatization trade "
    "diaspora expatriate emigration disaster crisis emergency emergencies civil service irrigation lands land oceans "
    "food nutrition antiquities hajj waqf petrochemicals consumer small business enterprise enterprises cyber "
    "cybersecurity expatriates electoral coordinating senate assembly house legislative duma knesset majlis sejm "
    "bundestag highways bridges management resources mineral minerals livestock settlements settlement aquaculture "
    "technologies transformation reforms governance sanitation wildlife textiles steel chemicals fertilizers skills "
    "international europe protection equality action change posts francophonie creative industries drinking growth "
    "elderly disabilities demography handicrafts crafts citizenship repatriation reconstruction rehabilitation "
    "reintegration disarmament modernization reform parks arid semi waterways dams valley hinterland decentralization "
    "decentralisation devolution prosperity jobs seas mechanization horticulture cocoa coffee fuels renewable "
    "renewables sustainable cohesion "
    "armed overseas natural refugee refugees humanitarian enlargement neighbourhood neighborhood competition consular "
    "antitrust knowledge multiculturalism inclusion ecological ecology transition nuclear transitional"
)

PREFIXES = words(
    "deputy vice first second third acting former ex caretaker interim outgoing incoming assistant associate "
    "joint co lieutenant executive permanent honorary lord grand designate provisional longtime long-time "
    "veteran embattled influential powerful then deposed ousted retired one-time onetime erstwhile managing"
)
"""Words before the office that stay in the role, but for those below."""

DROPPED_PREFIXES = words(
    "then new newly re-elected reelected elected longtime long-time veteran embattled influential powerful "
    "current current-day incumbent late visiting own young ailing fellow next previous recently appointed "
    "newly-appointed newly-elected country's nation's kingdom's 71-year-old last"
)
"""Words before the office that say nothing of it."""

PAST_PREFIXES = words("former ex retired deposed ousted then late one-time onetime erstwhile ex- last previous")

# What may follow "of the ..." in an office without being a name of its own.
BODY_NOUNS = words(
    "government army navy parliament senate assembly bank party forces force staff delegation mission council "
    "ministry republic committee commission agency union alliance bloc team house court police service guard "
    "representatives deputies lords commons "
    "secretariat world body cabinet executive junta opposition church military state agency group panel office "
    "department ministers administration capital"
)
TOPIC_NOUNS = words(
    "affairs relations policy issues security defense defence rights trade energy climate refugees development"
)

SAME_OFFICE = {
    "premier": "prime minister", "pm": "prime minister", "taoiseach": "prime minister", "chancellor": "prime minister",
    "amir": "emir", "foreign secretary": "foreign minister", "secretary of state": "foreign minister",
    "top diplomat": "foreign minister", "external affairs minister": "foreign minister",
    "minister of foreign affairs": "foreign minister", "minister for foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister", "defense secretary": "defense minister",
    "secretary of defense": "defense minister", "defense chief": "defense minister",
    "minister of defense": "defense minister", "minister for defense": "defense minister", "pontiff": "pope",
    "home secretary": "interior minister", "minister of the interior": "interior minister",
    "finance secretary": "finance minister", "treasury secretary": "finance minister",
    "army chief of staff": "army chief", "chief of army staff": "army chief", "military chief": "army chief",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman",
    "chairperson": "chairman", "heir apparent": "crown prince", "advisor": "adviser",
    "opposite number": "counterpart", "colleague": "counterpart",
    "national security advisor": "national security adviser",
    "state councillor": "state councilor",
}  # fmt: skip
"""Other names of one office, after British spellings are made American and hyphens spaces."""

LEADERS = frozenset(
    {"president", "prime minister", "king", "queen", "emir", "sultan", "pope", "crown prince", "emperor", "leader",
     "supreme leader", "ruler", "head of state", "head of government", "monarch"}
)  # fmt: skip
"""Offices whose holder a text may call "leader", "ruler" or "head of state"."""

LOOSE_LEADERS = frozenset({"leader", "ruler", "head of state", "head of government", "monarch"})
