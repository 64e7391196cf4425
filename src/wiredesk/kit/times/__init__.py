"""English news time: finds dates and other expressions of time in text and places them as EDTF.

`find_times` is the verb; `tense_at` tells the tense of the clause around a place in a text.
"""

from wiredesk.kit.times.find import duration_days, find_times, unanchored
from wiredesk.kit.times.shapes import Tense
from wiredesk.kit.times.tense import tense_at

__all__ = ["Tense", "duration_days", "find_times", "tense_at", "unanchored"]
