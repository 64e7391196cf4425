"""The thresholds of publishing. All were set by hand while looking at the pages; none decides a fact."""

from __future__ import annotations

import re

from wiredesk.kit.shingles import UNSPACED

CONTEXT_WORDS = 14
"""Words of the source shown on each side of a quote: enough to see that it was not cut out of its sense."""

HEADLINE_WORDS = 12
"""First words of the text that stand in for a headline that is not known."""

DESCRIPTION_CHARS = 155
"""Length of the meta description; search engines show about that much."""

FRAGMENT_EXACT_WORDS = 10
"""Quotes up to this long are named whole in a text fragment link, longer ones by their ends."""

FRAGMENT_END_WORDS = 4
"""Words that name each end of a longer quote in a text fragment link."""

OUTLET_KEY_CHARS = 60
"""Outlet names up to this long stand in addresses as they are; file systems allow 255 bytes, 4 to a character."""

PAGE_LANGUAGE = "en"
"""The language of the pages' own words; a source's words in another are marked with theirs (WCAG 3.1.2)."""

EVENTS_SHOWN = {"lead": 3, "second": 2, "brief": 1}
"""Events that stand open under an entry, by its place; the others are one click away."""

EVENTS_TOLD = 2
"""First events of a story of which a letter and a feed say that they were moved or called off."""

QUOTES_PER_FIELD = 6
"""Quotes named by number under a field of an event; the page has all of them once, further down."""

EVENT_QUOTES_SHOWN = 8
"""Quotes that stand open on an event's page, those first that together speak for every field."""

QUOTES_PER_ROLE = 8
"""Wordings shown under a role: it has no other page where all of them stand."""

NEAR_DAYS = 31
"""Days from a story's reports within which an event is its matter and not its background, as in an edition."""

OPEN_EVENT_DAYS = 14
"""An event under way whose end no report gave is taken as over after this many days."""

EVENTS_PER_PAGE = 80
"""Events on one page; a longer list is parted by year, a fuller year by month. With 80 a page stays under 100 kB."""

EVENTS_QUOTED = 40
"""Events of a list that stand with the sentence that says so; of a longer one half as many, the others lead to it."""

LEAD_ENTRIES = 3
"""The lead and the two stories under it; what follows stands in rows of three and four."""

UNSPACED_PER_WORD = 2
"""Scripts written without spaces: this many characters count as a word of the excerpt cap."""

WORD = re.compile(f"[{UNSPACED}]{{1,{UNSPACED_PER_WORD}}}|[^\\s{UNSPACED}]+")
"""A word as the excerpt cap counts it."""

FEED_STORIES = 40
"""Stories in a feed other than the front page's: a fortnight of a busy section; readers keep what they have seen."""

FEED_NOTICE_DAYS = 14
"""Days for which the front page's feed gives a story of an earlier edition again after a notice that corrects it or
takes it back: a fortnight, as other feeds hold. Set by hand."""

CALENDAR_PAST_DAYS = 60
"""Days for which a past event stays in the calendar, so that one who subscribes late sees the last two months."""

CALENDAR_QUOTES = 2
"""Quotes in an event's description: on a phone more of them push the address out of sight."""

MAIL_HTML_BYTES = 100_000
"""The HTML part as it is sent; the largest web mail cuts a letter at 102 kB and hides its last lines, the way out."""

MAIL_CLIPPED_WORDS = 40
"""Words left of a passage in a letter that is too long even without anything else that can be spared."""

MAIL_CLIPPED_CHARS = 400
"""Characters left of it where words are endless."""

SUBJECT_CHARS = 120
"""Length of a letter's headline in its subject; lists of letters show about half of it."""

HEADER_ADDRESS_CHARS = 900
"""An address in a letter's header: its line ends at 998 characters (RFC 5322), and it cannot be broken."""

SOURCES_NAMED = 6
"""Sources named in a line of words; the others are counted."""

REASONS_NAMED = 3
"""Reasons in a line of words, the weightiest first."""

SITEMAP_ADDRESSES = 50_000
"""Addresses in a sitemap, by sitemaps.org; more are parted, and an index names the parts."""

TIMELINE_ROWS = 30
"""Days that a story's timeline shows one by one; longer stories are drawn by months or years."""

TIMELINE_DAY_GAP = 4
"""Pixels that a day without anything takes on the timeline, up to `TIMELINE_GAP`."""

TIMELINE_GAP = 36
"""The widest gap on the timeline, in pixels: months in which nothing happened must not be scrolled through."""

TIMELINE_LABEL_CHARS = 36
"""Characters of a timeline's label that fit beside the line at a phone's width."""

THREAD_STORIES_DRAWN = 40
"""Stories of a thread that its drawing shows, the latest; its list has all of them."""

THREAD_STORIES_TOLD = 25
"""Stories of a thread, the latest, that stand with a sentence and their events; earlier ones by headline and tie."""

THREAD_TIES_DRAWN = 3
"""Ties of a story to earlier ones that the drawing shows, the nearest first."""

THREAD_WHY_LINES = 5
"""Lines of a tie's reason in the drawing of a thread: on a phone that is some 200 characters; its list has all."""

WHY_SHOWN = 40
"""Reports of a story whose belonging its page explains; `wiredesk show STORY --why` explains all."""

RELATED_SHOWN = 5
"""Related stories under a story."""

RELATED_DAYS = 7
"""Stories of one section and country are related only within this many days."""

RELATED_LOOKED_AT = 60
"""The newest stories of a person or country that are looked through for related ones."""

QUOTES_SHOWN = 8
"""Quotations told under a story, each wording once."""

QUOTE_WORDS = 5
"""Shorter quotations are words in quotation marks, not something that somebody said."""

LATEST_DAYS = 7
"""Days of the page of latest reports."""

LATEST_PER_DAY = 60
"""Stories of a day on the page of latest reports; the others are in their sections."""

LIST_SHOWN = 100
"""Stories, events or reports listed on the page of a section, country, person or outlet."""

CARDS_SHOWN = 60
"""Stories on the page of a section, each with its first sentence: more would take it over 100 kB."""

STORIES_BESIDE = 40
"""Stories on the page of a country or person; all stand in the list of all stories."""

STORIES_OPENED = 10
"""Stories of a long list that stand with their first sentence; the older ones by their headline alone."""

EVENTS_BESIDE = 20
"""Events to come, and as many of those before, on the page of a country or person; the others are among all events."""

EVENTS_BESIDE_QUOTED = 10
"""Events of such a list that stand with the sentence that says so; of a longer one half as many."""

PEOPLE_BESIDE = 40
"""People on the page of a country, and people or countries that somebody met; the others are in their lists."""

ENTRIES_FOUND = 50
"""Results on the page of a search."""

COPIES_SHOWN = 4
"""Copies of a report that stand open; a longer list opens on demand."""

COPIES_COMPARED = 24
"""Copies on a story's page that are compared with their origin, the least alike first: a page stays under 100 kB."""

CITATIONS_NAMED = 50
"""Reports that a story's page names to machines; its `story.json` has all of them."""

CHANGES_SHOWN = 8
"""Passages shown of what one copy changed; the others are counted. `wiredesk show COPYSET --diff` has them all."""

CHANGE_PASSAGE_WORDS = 14
"""First words shown of a passage that was cut, added or moved: enough to see which one it is."""

CHANGE_CONTEXT_WORDS = 5
"""Words around each change within a sentence."""

CHANGE_RUN_WORDS = 2
"""Words that two wordings of a sentence share in a row for these to be told as unchanged."""

CHANGE_LIKENESS = 0.5
"""Likeness (share of words in common order) below which two wordings of a sentence stand one after the other."""

MAP_WIDE = (1080, 540)
"""Width and height of the map of visits where there is room, in pixels."""

MAP_NARROW = (360, 270)
"""The same on a phone."""

MAP_MARGIN = ((-12, 0), (12, 0), (0, -8), (0, 8))
"""Degrees of longitude and latitude around each place that the map shows: a visit next door shows both countries."""

MAP_BOW = 0.12
"""By what share of its length a second journey between two countries leaves the shortest way."""

OUTLINE_UNIT = 1
"""The step of coasts and borders on a map, in pixels of the wide drawing: the atlas is hardly finer, and whole numbers
take half the bytes."""

OUTLINE_OFF = 1
"""Points of coasts and borders that lie within this many pixels of the line between those beside them are left out."""

MAP_LABEL_WIDTH = 6.4
"""Pixels that a letter of a label takes at most on average, at 12 pixels: labels that would touch are left out."""

CALENDAR_MONTHS = 3
"""Months that the calendar shows as grids; what is later stands in its list."""

CALENDAR_MARKS = 4
"""Events marked on one day of a grid; the others are counted, and the list has them."""

CALENDAR_MARKS_IN_ALL = 150
"""Marks after which no further month is shown as a grid: with them a page stays under 100 kB."""

CALENDAR_LISTED = 40
"""Events in the calendar's list, the soonest; the others are among all events."""

CALENDAR_DAYS_OF_ONE = 62
"""Days of one event that a grid marks at most: an event of years must not fill it."""

TIMELINE_EVENTS = 24
"""Events on the timeline of a person or country: the next, and the last before them."""

MEETINGS_SHOWN = 4
"""Events named beside somebody whom a person met; the others are counted."""

MAP_HIGHEST = 66
"""Degrees of latitude that a journey's line stays below where the shortest way goes near a pole: there a flat map is
stretched beyond reading."""

PARTS_OF_LISTS = {"stories": 100, "threads": 150, "people": 250, "countries": 250, "outlets": 250, "sections": 250}
"""Lines of a whole list on one page, so that a page stays under 100 kB with the longest names and addresses."""

PAGES_AROUND = 3
"""Parts of a list to which a part leads on each side of it, beside the first and the last."""
