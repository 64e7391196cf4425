"""Which reports are one story, day by day, and what is kept of it."""
