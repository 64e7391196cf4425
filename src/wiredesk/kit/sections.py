"""The sections of a paper: the seventeen top-level terms of the IPTC Media Topics.

`name` is what records, settings and addresses carry; `code` is the term's number in the vocabulary
(http://cv.iptc.org/newscodes/mediatopic/), `title` what readers see.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One section."""

    name: str
    code: str
    title: str


SECTIONS: tuple[Section, ...] = (
    Section("politics", "11000000", "Politics and government"),
    Section("conflict", "16000000", "Conflict, war and peace"),
    Section("crime", "02000000", "Crime, law and justice"),
    Section("disaster", "03000000", "Disaster, accident and emergency"),
    Section("economy", "04000000", "Economy, business and finance"),
    Section("labour", "09000000", "Labour"),
    Section("society", "14000000", "Society"),
    Section("health", "07000000", "Health"),
    Section("education", "05000000", "Education"),
    Section("environment", "06000000", "Environment"),
    Section("weather", "17000000", "Weather"),
    Section("science", "13000000", "Science and technology"),
    Section("religion", "12000000", "Religion"),
    Section("arts", "01000000", "Arts, culture, entertainment and media"),
    Section("sport", "15000000", "Sport"),
    Section("lifestyle", "10000000", "Lifestyle and leisure"),
    Section("human-interest", "08000000", "Human interest"),
)
"""In the order in which a site shows them."""

BY_NAME = {section.name: section for section in SECTIONS}
