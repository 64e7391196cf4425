"""Wiredesk: a news desk for one machine. The nouns are in `wiredesk.types`, a stage in each folder."""

from wiredesk.types import Article, Page

__all__ = ["Article", "Page"]
__version__ = "0.1.0"
