"""Captures: the visible text of a page comes in, menus and all; the draft of an article goes out.
There is no markup to ask, so the lines are judged by shape, wording, position and repetition.
Decided here is which run of lines is the article, and which line above it the headline.
"""
