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

UNITS = {
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "weekend": "weekend",
}  # fmt: skip
UNITS |= {f"{name}s": unit for name, unit in UNITS.items()} | {"centuries": "century"}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365, "decade": 3652}

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# Days of the year that have one date wherever the paper is printed.
HOLIDAYS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "international workers' day": (5, 1), "international workers’ day": (5, 1), "may day": (5, 1),
    "international women's day": (3, 8), "international women’s day": (3, 8), "bastille day": (7, 14),
    "st. patrick's day": (3, 17), "st. patrick’s day": (3, 17), "halloween": (10, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14),
}  # fmt: skip

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
)

# A weekday in a name is no day of the week that can be placed.
BEFORE_NAMED_WEEKDAY = _words(
    "black bloody good super ash palm easter cyber holy shrove fat giving man casual mail every each non any"
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
NOT_AFTER_HOLIDAY = (
    r"(?! (?:trees?|gifts?|markets?|part(?:y|ies)|presents?|shop\w*|islands?|sales?|carols?|messages?|songs?|cards?"
    r"|address|speech|honou?rs|lights?|dinner|concert))"
)
BEFORE_CHRISTMAS = _words("on at by before after since until till this for around over during to from")
