"""Dates that a page shows its readers: "Published: April 14, 2023 5:02 pm EDT", "14.04.2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wiredesk.extract.days.months import MONTHS, alternatives
from wiredesk.extract.days.printed import Order, PrintedDay, clock_of, printed_days
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.rules import CHANGED, ONE_OF_TWO, ORIGINAL, PLAIN
from wiredesk.kit.text import words

# What stands before a day, in the languages of `months`: it was published, or it was changed.
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|released|issued|created|submitted|on|publiée?|paru|mise? en ligne"
    r"|publicad[oa]|pubblicat[oa]|veröffentlicht|erstellt|erschienen|gepubliceerd|geplaatst|publicerad|publicere[td]"
    r"|udgivet|publisert|julkaistu|opublikowano|publikacji|publikováno|publicat|yayın\w*|diterbitkan|опубликован\w*"
    r"|опубліковано|дата|δημοσι\w+)\b|(?<=[a-z])(?:Published|Posted)\b|نشر|发布|發布|発行|公開|입력|등록",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|last|revised|corrected|actuali[sz]ad[oa]|[uú]ltima actualización|modificad[oa]"
    r"|mise? à jour|modifiée?|aktualisiert|aktualisierung|stand|geändert|aggiornat[oa]|aggiornamento|modificat[oa]"
    r"|atualizad[oa]|modificad[oa]|bijgewerkt|gewijzigd|laatste|uppdatera[dt]|opdateret|oppdatert|päivitetty"
    r"|zaktualizowano|aktualizacj[aei]|aktualizováno|actualizat|güncelle\w*|diperbarui|обновлен\w*|изменен\w*"
    r"|оновлено|ενημ\w+)\b|(?<=[a-z])Updated\b|تحديث|更新|수정",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:published|posted|released|issued)\b", re.IGNORECASE)
# "This story was originally published February 11": its own first day, unless the words between name another outlet.
_ORIGINALLY = re.compile(
    r"\b(?:(?:originally|first|initially) (?:published|posted|appeared|ran)|originally (?:aired|written)"
    r"|(?:initialement|d’abord|d'abord) publiée?|publicad[oa] originalmente|(?:ursprünglich|zuerst|erstmals)"
    r" (?:veröffentlicht|erschienen)|pubblicat[oa] originariamente|oorspronkelijk gepubliceerd)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:in|by|at|with|from|dans|par|en|por|im|bei|von|su|door)\b (?!(?:19|20)\d\d)"
    r"|\b(?:on|the) (?:the )?[A-Z](?!\w*day\b)"
)
_IN_PRINT = re.compile(
    r"\b(?:appear(?:s|ed)|published|ran) in print\b|\bprint edition\b|\bin the print\b", re.IGNORECASE
)
_NO_STAMP = re.compile(
    r"©|\(c\)|copyright|all rights|subscri|expires?|\bevents?\b|deadline|\bdue\b|°\s?[CF]\b|\b(?:born|died)\b",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|feira"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
)
_CLUTTER = re.compile(
    r"\b(?:published|posted|updated|modified|last|first|date|on|at|by|am|pm|a\.m|p\.m|source|editor|et|est|edt|gmt|utc|bst"
    rf"|cet|cest|ist|pt|pst|pdt|ct|{_WEEKDAY}|views?|min|read|comments?|time|the|of|hrs|hours?|z|uhr|um|am|vom|den|à|às"
    r"|le|la|les|el|las|il|alle|ore|om|uur|kl|klo|por|par|von|da|do|via|в|г|saat)\b",
    re.IGNORECASE,
)
_TODAY_LENGTH = 50  # characters of a masthead's day; set by hand
_TODAY = re.compile(rf"\b(?:today(?:[’']s date)?(?: is)?|(?:{_WEEKDAY}))\b", re.IGNORECASE)
_OTHER_WORDS = 3  # a stamp has no more words beside its day, byline and usual words; set by hand
_ROW_WORDS = 12  # a row of such pieces has no more
_BAR = re.compile(r"\s+[|•·–—-]\s+")
_DAY_MARK = "0000"  # stands for a day while its line is looked at
_BYLINE = re.compile(r"\b[Bb]y:?\s+(?:[A-ZÀ-Þ][\w.'’-]+(?:[\s,|·•&]+|$)(?:and\s+)?){1,6}")
_FILED = re.compile(r"\b(?i:posted|published|filed) (?:in|under) [A-ZÀ-Þ][\w&]*(?:,? [A-ZÀ-Þ&][\w]*){0,3}")
_SHORT_YEAR = re.compile(r"(?<![\d/.:-])(\d{1,2})(?P<mark>[./])(\d{1,2})(?P=mark)(\d\d)(?![\d/:-]|\.\d)")
_WITHOUT_YEAR = re.compile(
    rf"\b(?P<first>{alternatives(first=True)})\b\.?\s+(?P<number>\d{{1,2}})\b"
    rf"|\b(?P<before>\d{{1,2}})\.?\s+(?P<second>{alternatives(first=False)})\b",
    re.IGNORECASE,
)
_OLDEST, _LATEST = date(2, 1, 1), date(9998, 1, 1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_WEEKDAY = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?\b,?\s*$", re.IGNORECASE
)


def is_date_line(line: str) -> bool:
    """Whether a line says little more than a day: a stamp, not a sentence."""
    if len(line) > 120:
        return False
    days = list(printed_days(line))
    if not days or _NO_STAMP.search(line):  # most lines have no year: they are asked for nothing else
        return False
    return _says_little(line, days)


def is_bare(line: str) -> bool:
    """Whether a stamp gives its day and nothing else: "Act of 14 March 2012" is a headline, "14 March 2012" none."""
    return _count(_rest(line, list(printed_days(line)))) == 0


def _says_little(line: str, days: list[PrintedDay]) -> bool:
    return _count(_rest(line, days)) <= _OTHER_WORDS or _is_row(_without_days(line, days))


def _rest(line: str, days: list[PrintedDay]) -> str:
    return _CLUTTER.sub(
        " ", _UPDATED.sub(" ", _PUBLISHED.sub(" ", _FILED.sub(" ", _BYLINE.sub(" ", _without_days(line, days)))))
    )


def _without_days(line: str, days: list[PrintedDay]) -> str:
    for found in reversed(days):
        line = f"{line[: found.start]} {_DAY_MARK} {line[found.end :]}"
    return line


def _is_row(line: str) -> bool:
    """Whether a line parts its pieces by bars or dots and gives a day alone in one ("News | harbour | 14 Mar 2024")."""
    if _count(line) > _ROW_WORDS:
        return False
    pieces = _BAR.split(line)
    return len(pieces) > 2 and any(_DAY_MARK in piece and not _count(_CLUTTER.sub(" ", piece)) for piece in pieces)


def _count(text: str) -> int:
    return len([word for word in words(text) if not word[0].isdigit()])


def says_published(line: str) -> bool:
    """Whether a line has a word of publication; "on" alone is none."""
    return any(found[0].lower() != "on" for found in _PUBLISHED.finditer(line))


def says_changed(line: str) -> bool:
    """Whether a line has a word for a change and none of publication."""
    return _UPDATED.search(line) is not None and not says_published(line)


def tells_change(line: str) -> bool:
    """Whether a stamp begins with a word for a change: "Last updated: 15 March 2024"."""
    return ("20" in line or "19" in line) and _UPDATED.match(line.lstrip("( ")) is not None and is_date_line(line)


def names_today(line: str) -> bool:
    """Whether a line gives a weekday and its day and nothing else, as mastheads print the day on which they are seen:
    "Friday, March 15, 2024", "Today is Friday, 15 March 2024"."""
    days = list(printed_days(line)) if len(line) <= _TODAY_LENGTH else []
    if len(days) != 1:
        return False
    rest = _TODAY.sub(" ", _without_days(line, days))
    return rest != _without_days(line, days) and _count(rest.replace(_DAY_MARK, " ")) == 0


def dates_of_line(line: str, order: Order | None = None) -> Iterator[DateCandidate]:
    """The candidates of one line; a date behind "Updated" is no day of publication. `order` of 03/04/2023."""
    position = 0
    last: PrintedDay | None = None
    for found in printed_days(line, order):
        before = line[position : found.start]
        position = found.end
        if found.ambiguous:
            readings = (found.day, found.day.replace(month=found.day.day, day=found.day.month))
            named = _NAMED_WEEKDAY.search(before)
            if named and (day := _of_weekday(readings, named[1])):
                yield _candidate(line, before, day, found)
                continue
            for day in readings:  # each too weak to stand without another sign of the same day
                yield DateCandidate(day=day, method="visible", evidence=line.strip(), weight=ONE_OF_TWO)
            continue
        yield _candidate(line, before, found.day, found)
        last = found
    if last is not None and (change := _changed_later(line, last)):
        yield change


def _changed_later(line: str, last: PrintedDay) -> DateCandidate | None:
    """The change on the same day that a stamp tells by the clock alone: "March 14, 2024, 9:05 a.m. ET; updated 11:40
    a.m. ET"."""
    said = _UPDATED.search(line, last.end)
    instant = clock_of(line[said.end() :], last.day) if said else None
    if instant is None or (last.instant and instant < last.instant):
        return None
    return DateCandidate(
        day=last.day, method="visible", evidence=line.strip(), instant=instant, weight=CHANGED, updated=True
    )


def _of_weekday(readings: tuple[date, date], weekday: str) -> date | None:
    """The one of two readings that falls on a weekday."""
    fitting = [day for day in readings if _WEEKDAYS[day.weekday()] == weekday.lower()]
    return fitting[0] if len(fitting) == 1 else None


def _candidate(line: str, before: str, day: date, found: PrintedDay) -> DateCandidate:
    says = _PUBLISHED.search(before) is not None
    updated = _UPDATED.search(before) is not None
    return DateCandidate(
        day=day,
        method="visible",
        evidence=line.strip(),
        instant=found.instant,
        offset=found.offset,
        weight=1.0 if says and not updated else CHANGED if updated else PLAIN,
        updated=updated and _FIRST.search(before) is None,
    )


def short_year(line: str, order: Order | None) -> DateCandidate | None:
    """The day of a stamp that gives its year in two figures: "22.12.23, 14:05 Uhr"; with dots the day goes first."""
    found = _SHORT_YEAR.search(line) if len(line) <= 60 else None
    if found is None or len(words(_CLUTTER.sub(" ", _SHORT_YEAR.sub(" ", line)))) > 6:
        return None
    first, second, year = int(found[1]), int(found[3]), 2000 + int(found[4])
    if found["mark"] == "/" and order is None and first <= 12 and second <= 12 and first != second:
        return None
    month_first = found["mark"] == "/" and (second > 12 or (order == "month" and first <= 12))
    try:
        day = date(year, first, second) if month_first else date(year, second, first)
    except ValueError:
        return None
    updated = _UPDATED.search(line[: found.start()]) is not None
    return DateCandidate(
        day=day, method="visible", evidence=line.strip(), weight=CHANGED if updated else PLAIN, updated=updated
    )


def day_beside(text: str, day: date) -> date | None:
    """The day that a text gives without its year ("Posted Nov 18, 8:19 PM"), where it is next to a day in UTC: that of
    the outlet's clock."""
    found = _WITHOUT_YEAR.search(text)
    if found is None:
        return None
    month, number = found["first"] or found["second"], int(found["number"] or found["before"])
    beside = (day + timedelta(days=step) for step in (-1, 1) if _OLDEST < day < _LATEST)
    return next((one for one in beside if (one.month, one.day) == (MONTHS[month.lower()], number)), None)


def told_origin(line: str) -> DateCandidate | None:
    """What a closing line tells of the story's origin: the first day of this page, or one that is refused because it is
    that of another outlet or of paper."""
    if not (  # one of these stands in every such line: most lines need no search
        "riginal" in line or "irst " in line or "nitial" in line or " print" in line or "rsprünglich" in line
        or "uerst" in line or "rstmals" in line or "orspronkelijk" in line or "abord" in line
    ):  # fmt: skip
        return None
    stated = _ORIGINALLY.search(line) or _IN_PRINT.search(line)
    if stated is None:
        return None
    found = next((day for day in printed_days(line) if day.start >= stated.start() and not day.ambiguous), None)
    if found is None:
        return None
    refused = ""
    if _IN_PRINT.search(line[: found.start]):
        refused = "the day of the printed edition"
    elif _ELSEWHERE.search(line[stated.end() : found.start]) or _ELSEWHERE.match(line[found.end :].lstrip()):
        refused = "the day of another outlet's publication"
    return DateCandidate(
        day=found.day, method="visible", evidence=line.strip()[:200], instant=found.instant, weight=ORIGINAL,
        refused=refused,
    )  # fmt: skip
