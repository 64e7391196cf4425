"""Thresholds of this stage."""

LONGEST_UNDIVIDED_QUOTATION = 400
"""Characters: a longer quotation is parted into its sentences. Set by hand: nine of ten quotations of agency reports
read during development are below 250."""
