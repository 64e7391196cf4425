"""Tellers of meetings and calls: by verbs, by nouns, by turns of phrase, in captions."""
