"""Which tellings are one record, with whom, and which records stand."""
