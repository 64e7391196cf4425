"""The one door to the database. Nouns come in and go out; rows stay here. Nothing is decided here.

A module per noun; `Store` owns the connection and the desk's update lock.
"""

from wiredesk.store.desk import Store

__all__ = ["Store"]
