"""Articles with their annotations and copy sets come in. Stories go out, each one event or affair however many tell it,
and threads of stories with the reason of each tie. Decided here: what belongs together and why, and which source
sentences sum a story up; what counts more is decided by rank."""

from wiredesk.stories.build import describe, group
from wiredesk.stories.index import StoryIndex
from wiredesk.stories.readings import Readings
from wiredesk.stories.stream import StoryStream
from wiredesk.stories.telling.news import whats_new
from wiredesk.stories.telling.why import put_by_editor
from wiredesk.stories.tying.threads import tie

__all__ = ["Readings", "StoryIndex", "StoryStream", "describe", "group", "put_by_editor", "tie", "whats_new"]
