"""Tools that know no news: addresses, markup, text, shingles, and the languages of time and place."""
