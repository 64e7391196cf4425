"""A sentence's tokens come in; its clauses go out: who does what to whom, where a preposition leads, in which order.

A light reading for one purpose, not a parser of English: verbs are found by their closed classes, a table of common
verbs and their endings, noun phrases are what stands between them, and a clause is a verb with the phrases around it.
"""

from __future__ import annotations
