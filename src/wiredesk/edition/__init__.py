"""A Ranking comes in with the Newslist of which it is: the stories, articles and threads that it speaks of. An Edition
goes out: the day's Top Ten as it will be printed, mailed and fed. Decided here: which words and sources stand under
each rank, all of them quoted and none from after the day."""

from wiredesk.edition.compose import compose

__all__ = ["compose"]
