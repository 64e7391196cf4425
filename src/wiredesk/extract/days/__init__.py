"""All that a page gives for its day comes in: metadata, address, stamps, time elements, the text itself.
The day of publication goes out, with its basis, its bounds and every candidate that was not taken.
Decided here is whose each day is, how 03/04 is read, and which of them is the article's.
"""
