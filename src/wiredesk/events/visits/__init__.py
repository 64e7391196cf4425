"""Tellers of visits: by verbs, by nouns, from the host's side."""
