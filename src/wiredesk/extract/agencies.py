"""The news agencies: short name, and the forms in which datelines, bylines and credits give them."""

from __future__ import annotations

import re
from functools import cache

# Short name -> forms, without a leading "the". A form in capitals is matched as written, another in any case.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AP": ("AP", "Associated Press", "A.P.", "AP News"),
    "Reuters": ("Reuters", "Thomson Reuters", "Thomson Reuters Foundation"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse", "AFP-Jiji"),
    "UPI": ("UPI", "United Press International"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "XINHUA"),
    "China News Service": ("China News Service", "CNS", "Ecns"),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass"),
    "Interfax": ("Interfax", "Interfax-Ukraine"),
    "RIA Novosti": ("RIA Novosti", "RIA", "Ria Novosti"),
    "Sputnik": ("Sputnik",),
    "Yonhap": ("Yonhap", "Yonhap News Agency", "Yonhap News"),
    "Newsis": ("Newsis",),
    "Kyodo": ("Kyodo", "Kyodo News", "KYODO"),
    "Jiji": ("Jiji", "Jiji Press", "JIJI"),
    "KCNA": ("KCNA", "Korean Central News Agency"),
    "CNA": ("CNA", "Central News Agency", "Focus Taiwan"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "Europa Press": ("Europa Press",),
    "ANSA": ("ANSA", "Agenzia ANSA"),
    "Adnkronos": ("Adnkronos", "AKI"),
    "Lusa": ("Lusa", "LUSA"),
    "Belga": ("Belga",),
    "ANP": ("ANP",),
    "APA": ("APA", "Austria Presse Agentur"),
    "Keystone-SDA": ("Keystone-SDA", "Keystone-ATS", "SDA-ATS"),
    "TT": ("TT", "TT News Agency", "Tidningarnas Telegrambyrå"),
    "NTB": ("NTB",),
    "Ritzau": ("Ritzau",),
    "STT": ("STT", "STT-Lehtikuva"),
    "BNS": ("BNS", "Baltic News Service"),
    "PAP": ("PAP", "Polish Press Agency", "Polska Agencja Prasowa"),
    "CTK": ("CTK", "ČTK", "Czech News Agency"),
    "TASR": ("TASR",),
    "MTI": ("MTI",),
    "Agerpres": ("Agerpres", "AGERPRES"),
    "BTA": ("BTA", "Bulgarian News Agency"),
    "Tanjug": ("Tanjug",),
    "Beta": ("Beta News Agency",),
    "Hina": ("Hina", "HINA"),
    "STA": ("STA", "Slovenian Press Agency"),
    "ANA-MPA": ("ANA-MPA", "AMNA", "Athens-Macedonian News Agency"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "DHA": ("DHA", "Demirören News Agency"),
    "Ukrinform": ("Ukrinform",),
    "BelTA": ("BelTA", "BELTA"),
    "Armenpress": ("Armenpress", "ARMENPRESS"),
    "Trend": ("Trend News Agency",),
    "Kazinform": ("Kazinform", "KazInform"),
    "Kabar": ("Kabar News Agency",),
    "UzA": ("UzA",),
    "IRNA": ("IRNA", "Islamic Republic News Agency"),
    "Tasnim": ("Tasnim", "Tasnim News Agency"),
    "SANA": ("SANA", "Syrian Arab News Agency"),
    "NNA": ("NNA", "National News Agency"),
    "Petra": ("Petra News Agency",),
    "WAFA": ("WAFA",),
    "KUNA": ("KUNA", "Kuwait News Agency"),
    "SPA": ("SPA", "Saudi Press Agency"),
    "QNA": ("QNA", "Qatar News Agency"),
    "WAM": ("WAM", "Emirates News Agency"),
    "ONA": ("ONA", "Oman News Agency"),
    "MENA": ("MENA", "Middle East News Agency"),
    "MAP": ("MAP", "Maghreb Arabe Presse"),
    "TAP": ("TAP", "Tunis Afrique Presse"),
    "APS": ("APS", "Algérie Presse Service", "Algeria Press Service"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "UNI": ("UNI", "United News of India"),
    "APP": ("APP", "Associated Press of Pakistan"),
    "BSS": ("BSS", "Bangladesh Sangbad Sangstha"),
    "RSS Nepal": ("RSS Nepal", "Rastriya Samachar Samiti"),
    "Bernama": ("Bernama", "BERNAMA"),
    "Antara": ("Antara", "ANTARA", "Antara News"),
    "PNA": ("PNA", "Philippine News Agency"),
    "TNA": ("TNA", "Thai News Agency"),
    "VNA": ("VNA", "Vietnam News Agency"),
    "KPL": ("KPL", "Lao News Agency"),
    "AKP": ("AKP", "Agence Kampuchea Presse"),
    "Montsame": ("Montsame", "MONTSAME"),
    "AAP": ("AAP", "Australian Associated Press"),
    "PA": ("PA", "PA Media", "Press Association"),
    "CP": ("CP", "Canadian Press", "La Presse Canadienne"),
    "Agência Brasil": ("Agência Brasil", "Agencia Brasil", "ABr"),
    "Estadão Conteúdo": ("Estadão Conteúdo",),
    "Télam": ("Télam", "Telam", "TELAM"),
    "Notimex": ("Notimex",),
    "Prensa Latina": ("Prensa Latina",),
    "Andina": ("Andina", "ANDINA"),
    "ABI": ("ABI",),
    "NAN": ("NAN", "News Agency of Nigeria"),
    "GNA": ("GNA", "Ghana News Agency"),
    "KNA": ("KNA", "Kenya News Agency"),
    "ENA": ("ENA", "Ethiopian News Agency"),
    "SAnews": ("SAnews", "South African Government News Agency"),
    "PANA": ("PANA", "Panapress"),
    "AIM": ("AIM", "Agência de Informação de Moçambique"),
    "Angop": ("Angop", "ANGOP"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Dow Jones": ("Dow Jones", "Dow Jones Newswires"),
    "TNS": ("TNS", "Tribune News Service"),
    "IPS": ("IPS", "Inter Press Service"),
    "RFE/RL": ("RFE/RL", "Radio Free Europe/Radio Liberty"),
    "VOA": ("VOA", "Voice of America"),
    "CNS Catholic": ("Catholic News Service",),
    "PR Newswire": ("PR Newswire", "PRNewswire"),
    "Business Wire": ("Business Wire", "BUSINESS WIRE"),
    "GlobeNewswire": ("GlobeNewswire", "GLOBE NEWSWIRE"),
}  # fmt: skip


@cache
def _forms() -> dict[str, str]:
    return {_key(form): short for short, forms in AGENCIES.items() for form in forms}


def _key(form: str) -> str:
    plain = re.sub(r"^the\s+", "", re.sub(r"\s+", " ", form.strip(" .,:;-–—|/()[]")), flags=re.IGNORECASE)
    return plain if plain.isupper() and len(plain) <= 4 else plain.lower()


def agency_of(text: str) -> str | None:
    """The short name of the agency that the whole text is a form of; for "Xinhua/AFP" the first one."""
    forms = _forms()
    if found := forms.get(_key(text)):
        return found
    for part in re.split(r"\s*(?:/|,|;|&|\||\band\b)\s*", text):
        if found := forms.get(_key(part)):
            return found
    return None


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted({form for forms in AGENCIES.values() for form in forms}, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w/])(?:" + "|".join(re.escape(form) for form in longest_first) + r")(?![\w/])")


def agency_in(text: str) -> str | None:
    """The short name of the first agency that a text names, in its usual letter case."""
    found = _pattern().search(text)
    return _forms()[_key(found[0])] if found else None
