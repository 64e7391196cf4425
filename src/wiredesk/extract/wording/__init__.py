"""A line comes in; what its wording alone says of it goes out, wherever it stands and whatever its markup.
The table of phrases that pages print around their news is here, for pages and captures alike.
Decided here is which lines are furniture by their words, and which end an article or open a list of others.
"""
