"""The names of months as dates are printed in: full and short, in the forms that stand beside a day.

A language is one line or two of twelve names; "/" parts other spellings. Outlets leave accents and dots out.
"""

from __future__ import annotations

_NAMES = {
    "English": "january february march april may june july august september october november december",
    "English, short": "jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "French": "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre"
    " décembre/decembre",
    "French, short": "janv févr/fevr mars avr mai juin juil août sept oct nov déc",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "Spanish, short": "ene feb mar abr may jun jul ago sep/sept/set oct nov dic",
    "Portuguese": "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "Portuguese, short": "jan fev mar abr mai jun jul ago set out nov dez",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Italian, short": "gen feb mar apr mag giu lug ago set/sett ott nov dic",
    "German": "januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
    "German, short": "jan febr mrz/mär apr mai jun jul aug sept okt nov dez",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "Dutch, short": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "Swedish": "januari februari mars april maj juni juli augusti september oktober november december",
    "Danish and Norwegian": "januar februar marts/mars april maj/mai juni juli august september oktober november"
    " december/desember",
    "Finnish": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
    " lokakuuta marraskuuta joulukuuta",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Romanian": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "Hungarian": "január február március április május június július augusztus szeptember október november december",
    "Hungarian, short": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "Turkish": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "Indonesian": "januari februari maret april mei juni juli agustus september oktober november desember",
    "Russian": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "Russian, short": "янв фев мар апр май июн июл авг сен/сент окт ноя дек",
    "Ukrainian": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "Greek": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
    " δεκεμβρίου",
    "Arabic": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
}
MONTHS = {
    spelling: number
    for names in _NAMES.values()
    for number, name in enumerate(names.split(), start=1)
    for spelling in name.split("/")
}
"""The number of a month by its name in small letters."""

_WORDS_TOO = frozenset({"set", "out", "mag", "ago", "gen", "mart", "mars", "dic", "ekim"})
"""Months that are words or names in English too: read behind a day only."""


def alternatives(first: bool) -> str:
    """The names as the branches of a regular expression; `first`: those that may stand before the day."""
    names = (name for name in MONTHS if not (first and name in _WORDS_TOO))
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))
