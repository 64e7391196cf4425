"""Make the tables that are shipped: run as `python -m scripts.NAME` from the root of the repository."""
