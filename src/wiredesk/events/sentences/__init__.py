"""A sentence as tokens, and what every teller asks of it: who, where to, in what mood."""
