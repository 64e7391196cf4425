"""Paths, web addresses and configured sources come in; Pages go out, byte for byte, with a Fetched for every address
asked for. What kind of thing a file or an answer is, is decided here, by its content before its name.
What cannot be had or read becomes a Problem and the rest goes on.
"""

from wiredesk.collect.paths import collect_path
from wiredesk.collect.sources import collect_source, collect_sources, collect_urls

__all__ = ["collect_path", "collect_source", "collect_sources", "collect_urls"]
