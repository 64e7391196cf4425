"""When, how certain, and what the sentences before lend to a telling."""
