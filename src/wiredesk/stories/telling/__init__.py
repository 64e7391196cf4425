"""What is told of a story: summary, sources, why each report belongs, what is new."""
