"""The paragraphs of a report come in; its dateline and its credit go out, and the lines that close it.
The tables of agencies and of dateline places stand beside their readers.
Decided here is whose copy a report is, how that is known, and where it was filed.
"""
