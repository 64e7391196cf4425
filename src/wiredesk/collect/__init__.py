"""Paths come in, Pages go out, byte for byte. What kind of thing a file is, is decided here, by its content
before its name. What cannot be read becomes a Problem and the rest goes on.
"""

from wiredesk.collect.paths import collect_path

__all__ = ["collect_path"]
