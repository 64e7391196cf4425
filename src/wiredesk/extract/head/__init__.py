"""The outline of a page comes in; its headline goes out, and what its metadata state of author, days and sections.
JSON-LD is asked first, then meta elements, then the lines around the headline.
Decided here is which line is the headline, and what the page says about itself that is to be believed.
"""
