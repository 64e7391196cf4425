"""Records: a JSON object of a page that another program has read comes in; the draft of an article goes out.
What it gives as text, names and days is believed, once it can be read as such.
Decided here is which of its fields is which noun, and what of it cannot be used.
"""
