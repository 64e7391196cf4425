"""Words for the made-up stream: invented people and outlets, real countries, and plain English to fill reports with."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COUNTRIES = (
    ("France", "French", "Paris"), ("Germany", "German", "Berlin"), ("Japan", "Japanese", "Tokyo"),
    ("India", "Indian", "New Delhi"), ("Brazil", "Brazilian", "Brasilia"), ("Kenya", "Kenyan", "Nairobi"),
    ("Egypt", "Egyptian", "Cairo"), ("Vietnam", "Vietnamese", "Hanoi"), ("Poland", "Polish", "Warsaw"),
    ("Italy", "Italian", "Rome"), ("Spain", "Spanish", "Madrid"), ("Turkey", "Turkish", "Ankara"),
    ("Mexico", "Mexican", "Mexico City"), ("Indonesia", "Indonesian", "Jakarta"), ("Norway", "Norwegian", "Oslo"),
    ("Chile", "Chilean", "Santiago"), ("Ghana", "Ghanaian", "Accra"), ("Thailand", "Thai", "Bangkok"),
    ("Greece", "Greek", "Athens"), ("Peru", "Peruvian", "Lima"), ("Morocco", "Moroccan", "Rabat"),
    ("Finland", "Finnish", "Helsinki"), ("Malaysia", "Malaysian", "Kuala Lumpur"), ("Jordan", "Jordanian", "Amman"),
    ("Canada", "Canadian", "Ottawa"), ("Australia", "Australian", "Canberra"), ("Hungary", "Hungarian", "Budapest"),
    ("Senegal", "Senegalese", "Dakar"), ("Colombia", "Colombian", "Bogota"), ("Nepal", "Nepalese", "Kathmandu"),
)  # fmt: skip
OFFICES = (
    "Foreign Minister", "Prime Minister", "President", "Defense Minister", "Finance Minister", "Trade Minister",
    "Interior Minister", "Energy Minister",
)  # fmt: skip
AGENCIES = ("AP", "AFP", "Reuters")
ONSETS = ("Bar", "Cal", "Dor", "El", "Fen", "Gar", "Hal", "Ist", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Per", "Quin")
ENDINGS = ("ado", "berg", "cott", "dine", "ell", "ford", "gren", "holt", "ino", "kova", "lund", "mann", "nez", "orff")
GIVEN = (
    "Anna", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Hugo", "Irene", "Jonas", "Katja", "Louis", "Maria",
    "Nils", "Olga", "Peter", "Rosa", "Simon", "Tanja", "Viktor",
)  # fmt: skip
FIRST_OF_OUTLET = (
    "Harbour", "Valley", "Northern", "Capital", "Morning", "Evening", "Daily", "Coastal", "Metro", "Highland", "River",
    "Southern",
)  # fmt: skip
LAST_OF_OUTLET = ("Courier", "Gazette", "Tribune", "Observer", "Herald", "Chronicle", "Dispatch", "Examiner")
SECTIONS = ("World", "Politics", "Business", "Science", "Health", "Sport", "Culture", "Environment")

NOUNS = _words(
    """
    agreement airport apartment audit bakery bank barrier battery beach board bond border bridge brewery budget
    building bus cable camp canal carrier castle cathedral centre charity cinema claim clinic coach coalition coast
    college commission company concert conference contract convoy corridor council country court crane creek crew
    crop customs dam deadline debt deficit delegation depot desert district dock doctor drone drought earthquake
    economy election engine engineer estate exhibition export factory farm farmer ferry festival fire firefighter
    fishery flight flood forecast forest fund gallery garden gas glacier goal grain grant grid harbour harvest
    highway hospital hostel hotel housing import index industry inflation inquiry inspector insurer island jail
    journal judge jury kitchen laboratory lake landslide law lawyer league lender library licence lighthouse loan
    lorry mall manager market mayor measure medicine memorial merger mill mine miner mission mortgage mountain
    museum network nurse orchard order outbreak owner panel parade park parliament passenger patient patrol pension
    petition pier pilot pipeline plant platform police pool port power price prison prize profit programme project
    prosecutor protest province quarry queue railway rain reactor recall reform refinery refugee region regulator
    rent report rescue research reservoir resident resort restaurant retailer revenue rice river road roof rule
    runway sailor salary satellite school scientist season sector seed senate share shelter ship shipyard shop shore
    signal site snow soldier square stadium station statue steel storm strike student subsidy summit supplier supply
    surgeon survey swimmer tanker tariff tax teacher team temple tenant terminal theatre thief ticket tide timber
    tourist tower town trade train tram treaty trial tribunal truck tunnel turbine union university vaccine valley
    vendor vessel village vineyard virus volcano vote wage warehouse warning water weapon well wetland wharf wheat
    widow wildfire wind winery winter witness worker workshop zoo
    """
)
ADJECTIVES = _words(
    """
    ageing annual bitter brief broad central cheap civil clear coastal cold common costly critical damaged deep
    delayed dense dry early eastern empty extra fragile fresh frozen full further heavy hidden historic idle joint
    key large late leading legal light local long low main major minor mobile modern narrow national new northern
    old open outdated partial poor private public quick rare recent remote rough rural safe second senior severe
    shallow sharp short small southern special stable steep strict strong sudden temporary urban urgent vacant vast
    warm weak western wide young
    """
)
VERBS = _words(
    """
    approved awarded blocked bought built cancelled checked cleared closed completed cut damaged defended delayed
    delivered demanded designed doubled examined expanded financed found halted handed inspected joined launched
    leased left lifted limited lost moved named offered opened ordered planned postponed praised promised protected
    published questioned raised reached rebuilt reduced rejected repaired replaced reported reviewed sealed searched
    shared sold started stopped studied supported suspended tested tightened tracked upheld warned welcomed withdrew
    """
)
# A sentence is one of these shapes: S a clause, P where or when, A who says so, N a thing.
SHAPES = ("S.", "S P.", "P, S.", "S, A.", "S P, A.", "A that S.", "A that S P.", "P, S, A.", "“S,” A.", "“S P,” A. S.")
CLAUSES = (
    "N verb N", "N had verb N", "N was verb by N", "N will be verb", "N has not verb N", "N and N were verb",
    "number nouns verb N", "N may have verb N", "we verb N", "nobody verb N", "N is adj and adj", "who verb N",
    "N cost number million euros", "N needs N and number nouns", "they could see N from N",
)  # fmt: skip
THINGS = (
    "the noun", "the adj noun", "a adj noun", "a noun noun", "the noun of town", "the adj noun noun", "their noun",
    "one adj noun", "number adj nouns", "the noun in town", "another noun", "the town noun", "adj nouns", "who",
)  # fmt: skip
PLACES = (
    "in town", "on weekday", "near the noun", "since month", "after N verb N", "for number nouns", "despite the noun",
    "because N was verb", "while N verb N", "outside town", "in month year", "without a noun", "late on weekday",
    "as nouns verb N", "before the adj noun", "with number nouns", "until N is verb",
)  # fmt: skip
SPEAKERS = (
    "who said", "who told reporters", "the noun said", "who said on weekday", "officials in town said",
    "who wrote in a noun", "a noun spokesman said", "who added",
)  # fmt: skip
VISITS = (
    "{demonym} {office} {name} will visit {country} on {weekday} for talks on the {adj} {noun}, officials said.",
    "{demonym} {office} {name} arrived in {capital} on {weekday} for a two-day visit to {country}.",
    "{demonym} {office} {name} met {demonym2} {office2} {name2} in {capital} on {weekday} to discuss the {noun}.",
    "{demonym} {office} {name} spoke by phone with {demonym2} {office2} {name2} on {weekday} about the {noun}.",
)
VISIT_SENTENCES = (
    "{last} will also meet business leaders and visit the {noun} outside {capital} {place}.",
    "“Our countries share more than a {noun} {place},” {last} said before the trip.",
    "The two sides are expected to sign a {adj} {noun} agreement {place}, the ministry said.",
    "It is the first such visit since {month} {year}, when {last} opened a {noun} {place}.",
    "{last2} said {country} would welcome {demonym} investment in its {adj} {noun} {place}.",
    "Trade between the two countries reached {number} million euros in {year}, {speaker}.",
)
FURNITURE = (
    "Sign in", "Subscribe now", "Share this article", "Follow us", "Read more", "Advertisement", "Cookie settings",
    "Contact us", "About us", "Terms of use", "Privacy policy", "Newsletter", "Most read", "Latest news", "Weather",
    "Jobs", "Puzzles", "Podcasts",
)  # fmt: skip
