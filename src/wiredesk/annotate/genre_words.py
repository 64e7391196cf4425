"""What tells an opinion piece or a service text from a report. Tables to add to."""

from __future__ import annotations

import re

from wiredesk.kit.tables import words

OPINION_LABELS = words(
    "opinion opinions opinion-columns todays-opinions editorial editorials op-ed op-eds oped letters letter "
    "letters-to-the-editor letter-to-the-editor column columns columnist columnists star-columnists comment "
    "commentary commentisfree commentaries viewpoint viewpoints perspective perspectives guest-essay guest-column "
    "guest-columnist guest-opinion leaders leading-article essay essays voices contributors your-view "
    "our-view editorial-board from-the-editor ideas tipsheet meinung kommentar leitartikel "
    "éditorial chronique opinión opinion-editorial columna editoriales opinião editoriale commenti"
)
"""Printed labels and folders of addresses (words joined by hyphens) of what somebody thinks. "Analysis" is none: an
agency's analysis is a report."""

SERVICE_LABELS = words(
    "advice horoscope horoscopes astrology recipe recipes review reviews book-reviews film-reviews movie-reviews "
    "tv-reviews music-reviews album-reviews restaurant-reviews car-reviews theatre-reviews theater-reviews "
    "game-reviews product-reviews how-to how-tos howto guide guides buying-guide buying-guides gift-guide gift-guides "
    "gifts shopping shop-with-us shop deals coupons tips listings events-listings tv-listings tv-guide "
    "what-to-watch whats-on things-to-do calendar crossword crosswords puzzles sudoku wordle quiz quizzes wikis wiki "
    "walkthrough walkthroughs cheats faq faqs explainer-how-to beauty-products gear gq-recommends roundup diy "
    "cooking dear-abby ask-amy agony-aunt financial-advice personal-finance-advice podcasts-listings best-of "
    "recommends ratgeber rezept rezepte horoskop recettes recetas ricette kritik"
)
"""Printed labels and folders of advice, reviews, listings and offers."""

OPINION_HEADLINE = re.compile(
    r"^(?:opinion|editorial|op-ed|commentary|comment|column|letters?(?: to the editor)?|guest (?:essay|column|view)"
    r"|viewpoint|perspective|our view|my view)\s*(?:[:|—–]|- )|^the \w+ view on\b"
    r"|\|\s*(?:opinion|editorial|commentary|column|letters?)\s*$|^why i\b|\bchanged my mind\b",
    re.IGNORECASE,
)

_NUMBER = r"(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve)"
_OFFERED = (
    r"(?:ways|products|gifts|ideas|gadgets|beaches|hotels|restaurants|walks|trips|books|films|movies|shows|places"
    r"|things)"
)
_TO_YOU = (
    r"(?:you|your|to (?:buy|do|eat|go|give|pack|read|see|stay|try|visit|watch)|this (?:\w+day|summer|winter|weekend))"
)
_OFFICIAL = "a case court defence defense for in into judicial legal of over policy safety security spending the under"
_NO_TITLE = "".join(rf"(?<!\b{word} )" for word in _OFFICIAL.split())
"""Before these a review is an authority's: "judicial review", "under review"."""
SERVICE_HEADLINE = re.compile(
    r"^(?:[Dd]ear|[Aa]sk|DEAR|ASK) [A-Z]\w+:|(?i:"
    rf"{_NO_TITLE}\breview(?=\s*(?:[:|—–]|- |$))|^reviews?:|\breviews? and buying advice\b"
    r"|^how to\b|\bhow to (?:watch|stream|get|buy|make|cook|fix|choose|create|save|handle|use)\b"
    r"|\beverything you need to know\b|\bwhat channel\b|\btv channel\b"
    rf"|^(?:the |our )?(?:{_NUMBER} )?best (?:[\w’'-]+ ){{1,6}}"
    r"(?:(?:of|for|in) 20\d\d|of the year|to (?:buy|watch|read))\b"
    rf"|^(?:the |our )?{_NUMBER} best\b|^best (?:[\w’'-]+ ){{0,4}}(?:deals|gifts|sales)\b"
    rf"|^{_NUMBER} (?:[\w’'-]+ ){{0,4}}(?:tips|hacks|tricks|recipes|{_OFFERED}\b.*\b{_TO_YOU})\b"
    r"|\b(?:gift guide|buying guide|buyer's guide|daily deals|deals (?:of the day|are live)|horoscopes?|crossword"
    r"|cheat codes|career cheats|walkthrough|answers? and hints|hints and answers|unboxing|handy hack|for just \$\d+)\b"
    r"|^recipes?\b|\brecipes?$|^where to (?:buy|eat|stay|watch|go)\b|^should you\b|^(?:i|we) (?:tried|tested)\b)",
)

DIARY_HEADLINE = re.compile(
    r"^(?:the |your )?(?:week|month|day) ahead\b|^(?:diary|agenda|calendar)\s*[:–—-]", re.IGNORECASE
)
DAY_LINE = re.compile(
    r"\W*(?=.{0,20}[^\W\d_])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|\d{1,2}(?:st|nd|rd|th)?|\d{4}|of|the|[\s,.:–—-])+",
    re.IGNORECASE,
)
"""A paragraph that is nothing but a day: "Thursday, May 14"."""

SERVICE_WORDS = words(
    "recipes recipe reviews horoscopes horoscope advice shopping deals coupons crosswords puzzles listings"
)
"""Words of a longer label ("Recipes & Cooking") that say enough by themselves."""

RATED = re.compile(r"[★☆⭐]|\b(?:[1-5](?:\.5)?|one|two|three|four|five)(?: and a half)? (?:out of (?:five|5) )?stars\b")
"""A review says so by its stars."""
RATED_HAS = ("stars", "★", "☆", "⭐")
"""One of these stands in whatever `RATED` finds, as below for the other patterns: to ask for them takes a tenth of the
time."""

COLUMN = re.compile(
    r"(?:\bthis (?:column|editorial|op-ed|commentary|opinion piece)\b|\bguest essay\b|^opinion:"
    r"|\bletters? to the editor\b|\b(?:views|opinions) expressed (?:here|in this|are|by)\b)",
    re.IGNORECASE,
)
"""What an opinion piece is called at its top or end."""
COLUMN_HAS = ("column", "editor", "op-ed", "commentary", "opinion piece", "guest essay", "opinion:", "expressed")

AUTHOR = re.compile(
    r"\bthe (?:writer|author) is (?:a|an|the|our)\b"
    r"|\bis (?:an?|our|the) (?:[\w'’.&-]+ ){0,5}"
    r"(?:columnist|(?:op-ed|contributing) writer|opinion (?:writer|editor))\b",
    re.IGNORECASE,
)
"""Who writes in his own name says who he is at the end."""

AFFILIATE = re.compile(
    r"\b(?:affiliate (?:commission|links?|relationships?)|earn (?:a (?:small )?commission|an affiliate)"
    r"|earn revenue from the|independently selected|commission if you (?:buy|purchase)|buy through our links"
    r"|purchase something through our links)\b",
    re.IGNORECASE,
)
"""The outlet earns by what it recommends."""
AFFILIATE_HAS = ("affiliate", "commission", "earn revenue", "independently selected", "through our links")

FIRST_PERSON = words("I my My me myself")
SECOND_PERSON = words("you You your Your yours yourself")
QUOTED = re.compile(r"“[^”]{0,1500}(?:”|$)|\"[^\"]{0,1500}(?:\"|$)|‘[^’]{20,600}’")
WORD = re.compile(r"\w+")
