"""What pages print around their news: one table of phrases, by what they do to the lines about them.

Patterns are matched on one line, letter case aside, marks and numbers of counters included. A phrase needs no entry
here to be dropped from a capture: short lines outside the run of prose go anyway. The table is for what would pass as
prose, for what stands within the text, and for headings after which the page is no longer the article.
"""

from __future__ import annotations

import re
from functools import cache

# A line that is furniture whole.
FURNITURE = (
    r"(?:sign|log) ?(?:up|in|out|on)\b.{0,90}",
    r"(?:subscribe|donate|register|join|become a member)\b.{0,90}",
    r"(?:get|receive) .{0,60}\b(?:in your inbox|newsletter|by e-?mail|alerts?)\b.{0,60}",
    r".{0,80}\b(?:newsletter|in your inbox|our app|push notifications)\b.{0,40}",
    (r"(?:please )?enter your e-?mail.{0,60}|e-?mail(?: address)?(?: ?\(required\))?|untitled ?\(required\)"
    r"|.{0,30}\(required\)"),
    r"(?:follow|like|find|join) us\b.{0,60}|(?:visit|check out|browse) our\b.{0,80}",
    r"(?:click|tap|press) (?:here|on|to)\b.{0,80}",
    (r"(?:read|see|view|show|load|learn|find out|hear|watch|discover)(?: (?:more|all|full|less"
    r"|the full)\b.{0,60}| now|:.{0,140})"),
    r"(?:also|must)[ -](?:read|see|watch)\b.{0,140}|now trending\b.{0,80}",
    (r"(?:related|recommended|more|see also|read also|further reading|don'?t miss|you may like|trending"
    r"|most (?:read|popular|viewed))"
    r"(?: (?:story|stories|articles?|posts?|news|coverage|topics?|content|links?|reading|videos?))?\s*:.{0,160}"),
    r"(?:continue reading|keep reading|story continues)\b.{0,60}|(?:article|story) continues (?:below|after).{0,40}",
    (r"(?:advertisement|advertising|sponsored(?: content)?|promoted|ad|ads|promotion|paid content"
    r"|affiliate disclosure.*)\W*"),
    (r"(?:share|tweet|pin|post|like|print|e-?mail|save|comments?|copy link|listen|facebook|twitter|x|whatsapp"
    r"|linkedin|reddit|telegram"
    r"|pinterest|flipboard|messenger|instagram|youtube|tiktok|bookmark|favou?rite|gift|text size|translate)"
    r"(?:[\s|·•,/&:]*(?:\d[\d.,]*[km]?|shares?|share|tweet|pin|post|like|print|e-?mail|save|comments?|link"
    r"|copy|on|via|this|now|facebook|twitter"
    r"|x|whatsapp|linkedin|reddit|telegram|pinterest|flipboard|messenger|instagram|email|article|story|page"
    r"|post|with|friends|to))*\W*"),
    (r"(?:total|shares?|views?|likes?|comments?|votes?|reads?)?\s*[:(]?\s*\d[\d.,]*\s?[km]?\s*[)]?\s*"
    r"(?:total|shares?|views?|likes?|comments?|votes?|reads?|retweets?|followers?)?\W*"),
    (r"total(?: shares?)?|no comments(?: yet)?|be the first to\b.{0,60}|no votes so far.{0,80}|(?:leave|post"
    r"|add|write) a (?:comment|reply).{0,40}"),
    (r"(?:how useful was this|was this (?:article|story|page|post) (?:helpful|useful)|rate this|did you (?:like"
    r"|find|enjoy)).{0,120}"),
    (r"(?:click|tap) on a star.{0,60}|average rating.{0,60}|vote count.{0,40}|we are sorry that this.{0,60}"
    r"|thank you for your (?:vote|feedback|rating).{0,40}"),
    (r"report (?:an? )?(?:error|typo|mistake|problem|abuse)\b.{0,60}"
    r"|(?:\d+ comments?\s*[|·•]\s*)?report an error|spotted an? (?:error|typo).{0,80}"),
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,160}\ball rights reserved\b.{0,160}",
    r"this (?:material|content|article|story) may not be (?:published|reproduced|republished|broadcast).{0,160}",
    (r"(?:terms (?:of|and)|privacy|cookie)s?\b.{0,60}|(?:we|this (?:web)?site) uses? cookies.{0,200}|(?:accept"
    r"|reject|manage) (?:all )?cookies?.{0,40}"),
    (r"(?:skip|jump|back) to\b.{0,40}|(?:go )?back to top|main menu|menu|search|close|home|toggle .{0,40}"
    r"|open .{0,20}menu|navigation|breadcrumbs?"),
    (r"(?:about|contact)(?: us)?|advertise(?: with us)?|careers|help|faq|site ?map|rss|e-?paper|my account"
    r"|edition|language|select .{0,30}"),
    (r"(?:tags?|topics?|filed under|keywords?|categories|in this (?:article|story)|posted in"
    r"|labels)\s*:?(?: .{0,140})?"),
    r"\(?(?:updates?|adds?|recasts|corrects|refiles|rewrites|edits|releads)\b[^.]{0,140}\)",
    (r"\d+ min(?:ute)?s?(?: read)?|(?:reading|read) time.{0,30}|estimated reading.{0,30}|\d+ (?:min(?:ute)?s?"
    r"|hours?|days?|weeks?) ago"),
    (r"(?:photo|image|video|audio|file|picture|slideshow|gallery|caption|live|watch|listen|play|pause|mute"
    r"|loading)s?(?: ?\d+ (?:of|/) ?\d+)?\W*"),
    r"(?:see|view) (?:photos|gallery|images).{0,40}|\d+ (?:of|/) \d+|slide \d.*",
    (r"download (?:the|our|now)\b.{0,80}|available on .{0,60}|powered by .{0,60}|disable your ad ?block.{0,80}"
    r"|please enable javascript.{0,80}"),
    (r"(?:to|for) (?:continue|keep) reading\b.{0,120}|(?:this|the rest of this) (?:article|content"
    r"|story) is (?:for|only|available|reserved).{0,120}"),
    (r"already (?:a )?(?:subscri|member|registered|have an account).{0,80}|support (?:our|independent"
    r"|quality) journalism.{0,100}"),
    (r"(?:our standards|follow .{0,40} on (?:twitter|facebook|x|instagram)).{0,80}"
    r"|opens? in (?:a )?new (?:window|tab)"),
    r"contact .{0,40} at [\w.+-]+@[\w.-]+\.?|[\w.+-]+@[\w-]+\.[\w.-]+",
)  # fmt: skip

# A heading after which short lines are other articles' headlines until prose begins again.
FOLLOWED = (
    r"(?:previous|next|older|newer)(?: (?:article|post|story|page|entry|news))?\s*[:»«›‹→←]?",
    (r"read more(?: .{0,40})?|(?:also read|read also|see also|read next|up next|don'?t miss|must read"
    r"|more on this|more from .{0,40}|more (?:news|stories).{0,30})\s*:?"),
    (r"(?:in case you missed it|editor'?s? picks?|featured|what to know|in other news|around the web"
    r"|from the web|from our partners?)\s*:?"),
)  # fmt: skip

# A heading after which the page is no longer the article.
ENDING = (
    (r"(?:latest|breaking|recent|top|more|other|trending|popular|hot)\s?(?:news|posts?|stories|headlines"
    r"|articles|videos?|updates?|topics?)(?: (?:from|in|on|about) .{0,40})?"),
    (r"(?:related|recommended|similar)\s?(?:news|posts?|stories|articles?|topics?|content|coverage|reading"
    r"|videos?|links?)"),
    (r"(?:you (?:may|might) (?:also )?(?:like|be interested).{0,30}|recommended for you|most (?:read|popular"
    r"|viewed|shared|commented).{0,30}|trending(?: now)?)"),
    (r"(?:\d+ )?(?:comments?|responses|thoughts on .{0,120}|replies)(?: ?\(\d+\))?|leave a (?:comment"
    r"|reply).{0,30}|join the (?:conversation|discussion).{0,30}|post a comment"),
    r"about the authors?|view all posts.{0,40}|author archive.{0,20}",
)  # fmt: skip


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


# Names of sections, as menus and breadcrumbs print them.
SECTIONS = _names(
    "news|politics|world|top story|top stories|business|economy|finance|markets|money|sport|sports|"
    "opinion|opinions|culture|arts|arts & culture|entertainment|lifestyle|life|travel|technology|tech|"
    "science|health|education|environment|climate|weather|local|local news|national|nation|international|"
    "global|world news|us|u.s.|usa|us news|uk|europe|asia|africa|americas|middle east|asia pacific|"
    "asia-pacific|latin america|eurasia|oceania|china|russia|india|ukraine|war|conflict|defense|defence|"
    "military|security|diplomacy|foreign affairs|foreign policy|government|elections|election|crime|"
    "courts|law|justice|society|religion|energy|media|features|analysis|editorial|editorials|comment|"
    "columns|columnists|headlines|breaking news|latest|featured|front page|region|regional|state|city|"
    "metro|property|real estate|food|fashion|music|film|movies|tv|books|style|auto|cars|agriculture|"
    "transport|aviation|shipping|history|obituaries|letters|investigations|fact check|explainers|wire|"
    "ap news|general|home news|domestic|africa news|top news|industry|companies|labour|labor|trade|space|"
    "nature|people"
)

# Words that show a run of names to be a menu, not a list of sections.
MENU_WORDS = _names(
    "home|menu|about|about us|contact|contact us|search|login|log in|sign in|sign up|subscribe|donate|register|more"
)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    table = {"furniture": FURNITURE, "followed": FOLLOWED, "ending": ENDING}[name]
    return re.compile(r"\W*(?:" + "|".join(f"(?:{pattern})" for pattern in table) + r")\W*", re.IGNORECASE)


def _plain(line: str) -> str:
    return line.replace("’", "'").strip()


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture by its words."""
    plain = _plain(line)
    return len(plain) <= 400 and (
        _compiled("furniture").fullmatch(plain) is not None or opens_list(line) or ends_article(line)
    )


def opens_list(line: str) -> bool:
    """Whether a line announces headlines of other articles ("Previous Article", "Read more political news")."""
    return len(line) <= 80 and _compiled("followed").fullmatch(_plain(line)) is not None


def ends_article(line: str) -> bool:
    """Whether a line is a heading of what comes after an article ("Latest News", "Comments (3)")."""
    return len(line) <= 140 and _compiled("ending").fullmatch(_plain(line)) is not None
