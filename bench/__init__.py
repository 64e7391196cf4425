"""Scores of the stages on corpora that stand outside this repository."""
