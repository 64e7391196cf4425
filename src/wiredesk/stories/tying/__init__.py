"""Which stories are one affair, why, and what it is called."""
