"""A day's Newslist comes in: stories with their articles, events and threads, and what earlier editions told. A Ranking
goes out, best first, every place with its reasons. Decided here: what a reader of that day should see first, by
documented signals and weights, with an editor's pins and spikes above them."""

from wiredesk.rank.order import score, top_ten
from wiredesk.rank.seen import EarlierTellings

__all__ = ["EarlierTellings", "score", "top_ten"]
