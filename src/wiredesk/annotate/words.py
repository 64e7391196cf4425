"""Words that the readers of names lean on. Tables to add to."""

from __future__ import annotations

from wiredesk.kit.tables import words

DAYS_AND_MONTHS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december today yesterday tomorrow christmas easter ramadan"
)

FUNCTION_WORDS = words(
    "the a an and or but nor so yet if of in on at to from by with for as into onto over under about against "
    "between among during before after since until till while when where why how who whom whose what which "
    "that this these those there here he she it they we i you him her them us his its their our my your not no "
    "never also only even just still then than too very both either neither each every all any some many much "
    "more most few several other another such same own one two three four five six seven eight nine ten first "
    "second third last next once again however although though because despite unlike like according asked "
    "amid is are was were be been being has have had do does did will would shall should can could may might "
    "must is meanwhile earlier later now today reporters officials tens hundreds thousands police farmers "
    "soldiers people experts critics sources under upon within without across along around near outside inside "
    "beyond behind above below"
)

HEADLINE_VERBS = words(
    "visit visits visiting visited meet meets met meeting says say said tells told hosts host hosted travels "
    "travel arrives arrive departs leaves leave heads calls call holds hold begins begin ends end urges warns "
    "vows pledges seeks signs sign wins loses talks discuss discusses welcomes receives greets praises slams "
    "rejects accepts cancels postpones delays announces announced confirms denies plans set due wraps kicks "
    "off up out amid new makes make gives takes take names named speaks"
)

BODY_WORDS = words(
    "ridge gold platinum copper silver printers mining mines minerals resources foods logistics ventures "
    "properties estates farms brewery "
    "motors electric mills dynamics hospital technology programme program society cloud studio studios "
    "hemisphere facility industry security software co co. awards band entertainment pictures records "
    "pharmaceuticals labs laboratory laboratories store stores resort casino restaurant crescent framework "
    "edition series season decorations collection ministry party university institute bank council commission "
    "committee agency news times post daily television tv radio airlines airline airport college school "
    "hospital hotel street avenue square palace house court parliament assembly army navy force forces corps "
    "guard union league federation association organization organisation company corp corp. inc inc. ltd ltd. "
    "plc oy oyj n.v. gmbh s.p.a. bhd "
    "group foundation center centre museum stadium church mosque cathedral river lake mount mountain mountains "
    "sea ocean bay gulf strait island islands peninsula valley desert highway cup olympics olympic games war "
    "treaty agreement act day eve week conference summit forum festival prize award bridge dam gate park "
    "province county district city town village region state states republic kingdom emirate empire network "
    "initiative project operation front movement brigade battalion camp base fleet ship uss hms embassy "
    "consulate chancellery road belt chamber senate congress memorial self-defense self-defence express press "
    "photo pool file international watch rights amnesty global world national united ministers presidents "
    "states department office bureau secretariat authority administration government coalition alliance pact "
    "accord accords protocol convention declaration charter constitution library theatre theater academy "
    "observatory port harbour harbor station canal tunnel tower club fc journal gazette herald tribune "
    "guardian telegraph chronicle standard review magazine broadcasting media service services system systems "
    "industries energy oil gas motors airways holdings partners capital fund trust exchange market stock index "
    "east west north south northern southern eastern western central upper lower new latest previous article "
    "related share subscribe read advertisement comments newsletter copyright story stories politics sports "
    "top video opinion morning evening album fest prix pro finance business statistics economic debt nightmare medical "
    "team essay fair lane boulevard terrace alley"
)
"""A run of capitals with one of these is a body, a place or furniture, not a person."""

INSTITUTIONS = words(
    "unit foundation institute center centre department partnership initiative initiatives consortium guild clinic "
    "officer room council committee commission agency association federation authority program programme bureau "
    "ministry project mandate prix"
)
"""Words that no person's name has, even behind a title."""

_TRADES = words(
    "ceo cfo coo actor actress singer rapper comedian biochemist defendant co-owner co-founder cofounder housecleaner "
    "famer longtime maybe sometimes throughout fortunately"
)
"""What a capital brings before a name at the head of a sentence or in a title: "CEO", "Actor", "Sometimes"."""

NOT_IN_NAMES = DAYS_AND_MONTHS | FUNCTION_WORDS - {"may", "will", "can", "own"} | {"may"} | _TRADES
"""Capitalised or not, never a word of a name that begins here."""

GIVEN_NAMES_TOO = words("even may april june august to do so an")
"""English words that are given names as well, or family names in Vietnam and Korea: between a title and another
capitalised word they are names."""

PERSON_VERBS = words(
    "said says told tells added adds asked asks answered replied noted stressed insisted warned urged called "
    "calls described denied denies confirmed announced joked quipped wrote tweeted posted testified argued "
    "claimed declared acknowledged conceded admitted promised vowed pledged thanked praised criticized "
    "criticised accused blamed welcomed congratulated greeted hosted hosts received receives met meets arrived "
    "arrives left leaves departed departs flew flies travelled traveled travels went goes came comes visited "
    "visits returned returns landed lands toured tours attended attends spoke speaks talked talks sat shook "
    "signed signs agreed agrees discussed discusses will would has had was is became becomes took takes made "
    "makes held holds gave gives wants plans hopes expects intends refused refuses declined cancelled canceled "
    "postponed accepted invited invites sent sends resigned died won lost leads led heads headed joined joins "
    "began begins ended ends faces faced served serves grew studied worked works lives lived knows knew thinks "
    "believes believed sees saw suggested suggests appeared appears addressed delivered laid lays inspected "
    "inspects opened handed pays paid did does could should may might must can also himself herself phoned phones "
    "telephoned telephones rang rings touched boarded drove walked stepped slipped embarked settled sets set rode "
    "rides conferred confers hurried stayed stays stopped stops reached reaches broke cut cuts planted cancels "
    "dropped drops wrapped shelved rebuffed apologised apologized briefed toasted embraced escorted chaired "
    "chairs got gets crossed crosses climbed climbs kissed hugged dined dines lunched breakfasted waved smiled "
    "nodded shrugged laughed grinned bowed knelt slept ate drank swam danced sang wept blinked wore strolled paused "
    "learned learnt remembered forgot recalled stood stands walks drives turned sought seeks brought brings "
    "spent spends looked looks listened nursed slipped smiles nods hopped jetted hurries descended alighted emerged "
    "emerges lingered"
)
"""Words that, after a run of capitals, speak for a person as its subject."""

BEFORE_A_PERSON = words(
    "met meet meets meeting told with by between replaced succeeded appointed named hosted welcomed received "
    "thanked accompanied congratulated greeted"
)
"""Words that, before a run of capitals, speak for a person."""

SPEECH_VERBS = words(
    "said says saying told tells added adds asked asks answered replied noted stressed insisted warned urged "
    "joked quipped wrote argued claimed declared acknowledged conceded admitted promised vowed pledged "
    "explained recalled remarked stated commented continued concluded announced quoted shouted whispered cried "
    "tweeted posted called"
)

KIN = words("brother sister wife husband son daughter father mother uncle nephew cousin widow grandson partner")
"""Words that a person's name follows, with a comma or without."""

VESSELS = words(
    "vessel ship boat ferry tanker freighter frigate corvette destroyer cruiser carrier submarine trawler yacht tug "
    "steamer liner schooner barge icebreaker minesweeper patrol-boat research-ship flagship gunboat dredger aircraft "
    "airliner jet rocket satellite spacecraft locomotive train"
)
"""What is christened like a person."""

STORMS = words("storm hurricane typhoon cyclone")
"""Their names are given names: "Storm Odile"."""

NOT_BEFORE_A_PERSON = (
    VESSELS | STORMS | words("the in at near outside around off hotel village film novel song opera operation")
)
"""Words that a place's, a thing's or a body's name follows, and a bare person's does not."""
