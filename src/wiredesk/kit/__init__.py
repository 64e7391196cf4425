"""Tools that several rooms share and that decide nothing: addresses, markup, text, shingles, the languages of time and
place, what was printed by a day."""
