"""The words of time in English: months, weekdays, numbers, units, named days, and what only looks like them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)} | {"tues": 1, "thur": 3, "thurs": 3}

SMALL_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {name: number for number, name in enumerate(SMALL_NUMBERS, 1)}
NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100}
NUMBERS |= {"a": 1, "an": 1}

ORDINAL_NAMES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
ORDINALS = {name: number for number, name in enumerate(ORDINAL_NAMES, 1)}
ORDINALS |= {f"twenty-{name}": 20 + number for number, name in enumerate(ORDINAL_NAMES[:9], 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
ORDINALS |= {name.replace("-", " "): number for name, number in ORDINALS.items()}

TENS_ORDINALS = {
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip

UNITS = {
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "weekend": "weekend",
}  # fmt: skip
UNITS |= {f"{name}s": unit for name, unit in UNITS.items()} | {"centuries": "century"}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365, "decade": 3652}

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# Months that are English words or names as well: they need a day, a year or a preposition beside them.
DOUBTFUL_MONTHS = _words("may march april june august mar dec jan")

# What may stand before a doubtful month or a bare year. "in May", "late March", "a 2022 visit".
BEFORE_MONTH = _words(
    "in since until till by of from to through early late mid last next this before after during and or between "
    "for each every around about past coming previous following end"
)
BEFORE_YEAR = _words(
    "in since until till by of from to through early late mid before after during between around about year and "
    "for or circa winter spring summer autumn fall"
)
DETERMINERS = _words(
    "a an the his her its their our my this that whose previous another earlier first second third last only"
)

# After a number of four digits these say that things were counted, not years.
COUNTED = _words(
    "people troops soldiers men women children officers police villages houses homes cases dollars euros pounds "
    "rupees yuan rubles roubles yen percent per miles kilometers kilometres km meters metres feet tons tonnes "
    "acres hectares workers migrants refugees students fans seats votes jobs vehicles tanks drones shells barrels "
    "megawatts mw kg pages members delegates tickets shares points protesters prisoners civilians fighters rebels "
    "families schools others times hours minutes hrs gmt grams calories copies degrees units litres liters pieces "
    "agenda block blocks hertz hz rpm"
)

# What is told of a quarter when it is over.
QUARTER_REPORTS = _words("results earnings numbers figures report profit profits revenue sales gdp data loss losses")

# A weekday in a name is no day of the week that can be placed.
BEFORE_NAMED_WEEKDAY = _words(
    "black bloody good super ash palm easter cyber holy shrove fat giving man casual mail every each non any other "
    "alternate another whit maundy stir patch"
)  # fmt: skip
AFTER_NAMED_WEEKDAY = _words("prayers times telegraph mirror mail express world herald school mosque")
# Papers called Sun, so that "The Baltimore Sun." is no Sunday.
BEFORE_SUN_PAPER = _words(
    "the baltimore toronto vancouver vegas gainesville calgary edmonton ottawa winnipeg herald morning lowell "
    "daily britain's britain’s tabloid york desert jakarta nepali"
)
TODAY_PAPERS = _words("usa russia india florida malaysia bbc's radio")
AFTER_NTH = _words(
    "on and or to in at for with before after as when of by but while during from said the a his her its their he "
    "she it they where so if because until"
)

# Dates that name what happened on them: (month, day) -> year, and what follows the date then.
NAMED_DAYS: dict[tuple[int, int], tuple[int, str]] = {
    (9, 11): (2001, r"(?:\w+ )?(?:attacks?|attackers?|hijack\w+|memorial|commission|era|victims?)"),
    (1, 6): (2021, r"(?:riot\w*|insurrection\w*|committee|capitol|defendants?|mob|pardons?)"),
    (10, 7): (2023, r"(?:hamas|attacks?|attackers?|massacre|assault|onslaught)"),
    (7, 7): (2005, r"(?:bomb\w+)"),
}
# A date that a movement, a street or a bridge is called by is no time: "the March 14 alliance", "6 October Bridge".
CALLED_BY_DATE = (
    r"(?:[A-Z]\w+\s)?(?:movement|alliance|bloc|coalition|brigades?|square|street|avenue|boulevard|bridge|revolution"
    r"|uprising|university|stadium|airport|city|governorate|battalion|regiment)\b"
)

# What goes on after a time, where a noun would belong to it: "after Sunday the ...", not "after Sunday talks".
FUNCTION_WORDS = _words(
    "and or but nor when where while with without at in on to for by from as if because until the a an his her its "
    "their our this that these those who which will would is are was were has have had can could may might must "
    "should did does do not he she it they we so then than also only still there here local during under amid over "
    "through into of off out up about against between both all each any some no"
)
