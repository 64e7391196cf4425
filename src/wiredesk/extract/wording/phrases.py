"""What pages print around their news: one table of phrases, by what they do to the lines about them.

Patterns are matched on one line in lower case, marks and numbers of counters included. A phrase needs no entry
here to be dropped from a capture: short lines outside the run of prose go anyway. The table is for what would pass as
prose, for what stands within the text, and for headings after which the page is no longer the article.
"""

from __future__ import annotations

import re
from functools import cache

from wiredesk.extract.wording.addressed import is_addressed
from wiredesk.kit.text import ends_sentence, small_share_of, words

# A line that is furniture even where it reads as a sentence.
REQUESTS = (
    r"(?:sign|log) ?(?:up|in|out|on)\b.{0,90}|(?:subscribe|donate|register)\b.{0,90}|become a member\b.{0,60}",
    r"(?:join) (?:us|our|the conversation|the discussion|now|today)\b.{0,60}",
    (r"(?:get|receive) .{0,60}\b(?:in your inbox|newsletters?|by e-?mail|alerts?)\b.{0,60}"
     r"|newsletters?"),
    r"(?:please )?enter your e-?mail.{0,60}",
    (r"(?:follow|like|find) us\b.{0,60}|(?:visit|check out|browse) our\b.{0,80}|follow .{0,40} on (?:twitter"
     r"|facebook|x|instagram)\b.{0,60}"),
    r"(?:click|tap|press) (?:here|on|to)\b.{0,80}|download (?:our|now)\b.{0,80}",
    r"(?:also|must)[ -](?:read|see|watch)\b.{0,140}|(?:read|see)(?: also| more)?\s*:.{0,140}",
    (r"(?:related|recommended|more|see also|read also|further reading|don'?t miss|you may like|trending"
     r"|most (?:read|popular|viewed))"
     r"(?: (?:story|stories|articles?|posts?|news|coverage|topics?|content|links?|reading|videos?))?\s*:.{0,160}"),
    r"your e-?mail (?:address )?(?:will|is) .{0,80}|required fields .{0,60}|save my name.{0,120}|notify me of .{0,80}",
    r"(?:use of|by using|access to) (?:and/or |registration on |any portion of )*(?:this|our) (?:web)?site\b.{0,600}",
    r"citation: .{0,300}\bretrieved\b.{0,200}|this document is subject to copyright.{0,200}",
    r"(?:i accept|you agree to|by (?:signing up|subscribing|continuing)).{0,60}\b(?:terms|privacy|cookies?)\b.{0,160}",
    r"want (?:to (?:see|read) )?more\b.{0,200}",
    r"save articles? (?:to read )?(?:for )?later.{0,60}|list of \d+ items|list \d+ of \d+|end of list",
    (r"thank(?:s| you) for (?:reading|subscribing|visiting|your support)\b.{0,200}"
     r"|you(?:'re| are) (?:receiving|getting|reading) .{0,200}"),
    (r"(?:please |kindly )?share (?:this|the) (?:article|story|post|page|news|on|via|with)\b.{0,40}"
     r"|you must be (?:logged|signed) in\b.{0,60}|(?:have your say|let us know|what do you think)\b.{0,80}"
     r"\b(?:comments?|below|have your say|section|know)\b.{0,40}|tell us what you think\W*"),
    r"you may also be interested in\W*|(?:we noticed|it looks like) (?:that )?you(?:'re| are) using an? ad.{0,80}",
    r"(?:the )?(?:views|opinions)(?: expressed)?\b.{0,80}\b(?:author|writer)'?s?'?\b.{0,200}",
    r"please be respectful of copyright.{0,80}|unauthori[sz]ed (?:use|reproduction|distribution)\b.{0,100}",
    r"why you can trust\b.{0,80}|your browser does not support.{0,60}|(?:in order )?to view the video,? please.{0,60}",
    r"be the first to (?:comment|rate|know|like|leave|share|review)\b.{0,60}|no votes so far.{0,80}",
    (r"(?:how useful was this|was this (?:article|story|page|post|report) (?:helpful|useful)|did you (?:like|find"
     r"|enjoy) this).{0,120}"),
    r"(?:click|tap) on a star.{0,60}|we are sorry that this.{0,60}|thank you for your (?:vote|feedback|rating).{0,40}",
    r"for more (?:on|news|stories)\b.{0,80}\b(?:visit|click|follow|log on)\b.{0,60}",
    r"(?:you can )?(?:now )?listen to (?:this|our|.{0,30})\barticles?\b.{0,20}",
    (r"this (?:is|remains) a (?:developing|breaking)(?: news)? story\b.{0,120}"
     r"|this (?:story|article|report) (?:has been|was|is being|will be) updated(?: throughout)?(?: with"
     r" (?:additional|new|further|more|the latest) (?:developments?|information|details?|reporting|news|reactions?"
     r"|background)(?:,? (?:and|or) .{0,60})?)?(?:,? (?:on )?\w+day)?\W*"),
    r"[\[(<]?\s*ⓒ.{0,200}",
    r"(?:©|\(c\)|copyright (?:©|\(c\)|notice|\d{4}|by)).{0,200}",
    r"this (?:material|content|article|story) may not be (?:published|reproduced|republished|broadcast).{0,160}",
    r"(?:we|this (?:web)?site) uses? cookies.{0,200}|(?:accept|reject|manage) (?:all )?cookies?.{0,40}",
    r"(?:please )?(?:disable your ad ?block|enable javascript).{0,80}",
    (r"(?:to|for) (?:continue|keep) reading\b.{0,120}|(?:this|the rest of this) (?:article|content"
     r"|story) is (?:for|only|available|reserved).{0,120}"),
    (r"already (?:a )?(?:subscri|member|registered|have an account).{0,80}|support (?:our|independent"
     r"|quality) journalism.{0,100}"),
    r"(?:do you have|have you got|got) (?:an? )?(?:news ?)?(?:story|tip|stories|tips)\b.{0,120}",
    r"contact .{0,40} at [\w.+-]+@[\w.-]+\.?|[\w.+-]+@[\w-]+\.[\w.-]+|spotted an? (?:error|typo)\b.{0,80}",
)  # fmt: skip

# The same where other words may stand before: each below the words that it cannot match without.
WITHIN = {
    "in your inbox": r".{0,80}\bin your inbox\b.{0,40}",
    "newsletter": r".{0,60}\b(?:our|your|free) (?:\w+ ){0,3}newsletters?\b.{0,60}",
    " our app": r".{0,80}\b(?:download|get|use) our app\b.{0,40}",
    "subscription": r".{0,160}\b(?:digital|online) subscription (?:for|from|at|today|now)\b.{0,80}",
    "by s": r".{0,200}\bby (?:signing up|subscribing),? you (?:agree|consent)\b.{0,160}",
    "my bookmarks": r".{0,80}\bmy bookmarks\b.{0,120}",
    " our ": (r".{0,100}\b(?:follow|like|join|visit) our (?:facebook|twitter|instagram|whatsapp|telegram"
              r"|youtube)\b.{0,60}"),
    "compensation": r".{0,60}(?:may|might|could) (?:earn|receive) (?:an? )?(?:\w+ )?compensation\b.{0,160}",
    "commission": r".{0,60}(?:may|might|could) (?:earn|receive) (?:an? )?(?:\w+ )?commissions?\b.{0,160}",
    "all rights reserved": r".{0,160}\ball rights reserved\b.{0,400}",
}  # fmt: skip

# A line that is furniture unless it reads as a sentence: "Terms of Use", but not "Terms of the deal were kept secret."
LABELS = (
    r"e-?mail(?: address)?|join\b.{0,60}",
    (r"(?:read|see|view|show|load|learn|find out|hear|watch|discover)(?: (?:more|all|full|less"
     r"|the full)\b.{0,60}| now|:.{0,140})"),
    (r"(?:continue reading|keep reading|story continues)\b.{0,60}|(?:article|story) continues (?:below"
     r"|after).{0,40}|now trending\b.{0,80}"),
    (r"(?:advertisement|advertising|sponsored(?: content)?|promoted|ad|ads|promotion|paid content"
     r"|affiliate disclosure)\b.{0,60}"),
    (r"(?:(?:\d[\d.,]*[km]?|shares?|tweets?|pin(?:terest)?|posts?|likes?|print|e-?mail|save|comments?|links?"
     r"|copy|on|via|this|now"
     r"|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|flipboard|messenger|instagram|youtube|tiktok"
     r"|bookmark|favou?rite"
     r"|gift|listen|translate|text size|article|story|page|with|friends|to|total|views?|votes?|reads?"
     r"|retweets?|followers?)\b\W*)++"),
    r"no comments(?: yet)?|(?:leave|post|add|write) a (?:comment|reply).{0,40}|\(?\d[\d.,]*\)?",
    r"rate this\b.{0,120}|average rating.{0,60}|vote count.{0,40}",
    r"(?:\d+ comments?\W+)?report (?:an? )?(?:error|typo|mistake|problem|abuse)\b.{0,60}",
    r"copyright\b.{0,200}|(?:terms (?:of|and)|privacy|cookie)s?\b.{0,60}",
    (r"(?:skip|jump|back) to\b.{0,40}|(?:go )?back to top|main menu|menu|search|close|home|toggle .{0,40}"
     r"|open .{0,20}menu|navigation|breadcrumbs?"),
    (r"(?:about|contact)(?: us)?|advertise(?: with us)?|careers|help|faq|site ?map|rss|e-?paper|my account"
     r"|edition|language|select .{0,30}"),
    r"(?:tags?|topics?|filed under|keywords?|categories|in this (?:article|story)|posted in|labels)\s*:?(?: .{0,140})?",
    (r"\d+ min(?:ute)?s?(?: read)?|(?:reading|read) time.{0,30}|estimated reading.{0,30}"
     r"|(?:updated )?\d+ ?(?:m|h|d|hrs?|mins?) ago\b.{0,30}"
     r"|(?:updated )?\d+ (?:min(?:ute)?s?|hours?|days?|weeks?) ago"),
    (r"(?:photo|image|video|audio|file|picture|slideshow|gallery|caption|live|watch|listen|play|pause|mute"
     r"|loading)s?(?: ?\d+ (?:of|/) ?\d+)?"),
    r"(?:see|view) (?:photos|gallery|images).{0,40}|\d+ (?:of|/) \d+|slide \d.*|download the\b.{0,60}",
    (r"(?:you are here\W*)?(?:home|home ?page|front page|startseite|accueil|inicio|início|forside)\s*[>»›→/|]\s*"
     r".{2,160}"),
    r"available on .{0,60}|powered by .{0,60}|our standards\b.{0,80}",
)  # fmt: skip

# The same where other words may stand before, as in `WITHIN`.
LABELS_WITHIN = {
    "(required)": r"(?:e-?mail(?: address)?|untitled) ?\(required\)|.{0,30}\(required\)",
    " new ": r".{0,60}opens? in (?:a )?new (?:window|tab)",
}

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
    r"(?:have your say|join the debate|reader comments|your comments|discussion about this (?:post|article))",
    (r"(?:\d+ )?(?:comments?|responses|thoughts on .{0,120}|replies)(?: ?\(\d+\))?|leave a (?:comment"
    r"|reply).{0,30}|join the (?:conversation|discussion).{0,30}|post a comment"),
    r"about the authors?|view all posts.{0,40}|author archive.{0,20}",
)  # fmt: skip


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_REMARKS = re.compile(
    r"\b(?:comments?|responses?|repl(?:y|ies)|discussion|conversation|authors?|debate|say|posts by)\b",
    re.IGNORECASE,
)


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

# The sections that stand beside each other in a paper, none of them part of another.
DESKS = _names(
    "politics|world|business|sport|sports|opinion|culture|arts|entertainment|lifestyle|travel|technology|tech|science"
    "|health|education|environment|weather"
)

# Words that show a run of names to be a menu, not a list of sections.
MENU_WORDS = _names(
    "home|menu|about|about us|contact|contact us|search|login|log in|sign in|sign up|subscribe|donate|register|more"
)


# What the first step of a path of breadcrumbs is called.
HOME = _names(
    "página inicial|pagina iniziale|página principal|pagina principale|home|homepage|home page"
    "|front page|frontpage|start|startseite|accueil|inicio|início|portada|hjem|forside|hem"
    "|etusivu|strona główna|úvod|főoldal|acasă|главная|головна|ana sayfa|anasayfa|beranda|trang chủ|الرئيسية|首页|首頁"
    "|ホーム|홈"
)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    table = {"requests": REQUESTS, "labels": LABELS, "followed": FOLLOWED, "ending": ENDING}[name]
    return _line_of("|".join(f"(?:{pattern})" for pattern in table))


_Within = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _within() -> _Within:
    return tuple((needed, _line_of(pattern)) for needed, pattern in WITHIN.items())


@cache
def _labels_within() -> _Within:
    return tuple((needed, _line_of(pattern)) for needed, pattern in LABELS_WITHIN.items())


def _line_of(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern})\W*")  # of a line in lower case: in half the time of one in any case


_LONGEST = 700  # characters; what is longer is no line of a page's frame
_LONGEST_LABEL = 240  # nor is it a label: the tables below the requests have none so long
_TELLING = 24  # words that tell whether a line is prose: on 52,191 lines of 460 pages more of them change no answer


def _plain(line: str) -> str:
    return line.replace("’", "'").strip().lower()


def _reads_as_sentence(line: str) -> bool:
    if not ends_sentence(line):
        return False
    opening = words(line)[:_TELLING] if len(line) <= _LONGEST_LABEL else words(line[:_LONGEST_LABEL])[:_TELLING]
    return len(opening) >= 5 and small_share_of(opening) >= 0.5


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture by its words."""
    plain = _plain(line)
    if len(plain) > _LONGEST:
        return False
    if _requests(plain) or is_addressed(plain):
        return True
    if len(plain) > _LONGEST_LABEL:
        return False
    if opens_list(line) or ends_article(line):
        return True
    labelled = _compiled("labels").fullmatch(plain) is not None or _holds(plain, _labels_within())
    return labelled and not _reads_as_sentence(line)  # asked last: it takes longer than all tables of a line


def _requests(plain: str) -> bool:
    return _holds(plain, _within()) or _compiled("requests").fullmatch(plain) is not None


def _holds(plain: str, table: _Within) -> bool:
    for needed, pattern in table:  # a loop, for this is asked of most lines: `any` takes twice the time  # noqa: SIM110
        if needed in plain and pattern.fullmatch(plain):
            return True
    return False


def opens_list(line: str) -> bool:
    """Whether a line announces headlines of other articles ("Previous Article", "Read more local news")."""
    return (
        len(line) <= 80 and _compiled("followed").fullmatch(_plain(line)) is not None and not _reads_as_sentence(line)
    )


def ends_article(line: str) -> bool:
    """Whether a line is a heading of what comes after an article ("Latest News", "Comments (3)")."""
    return len(line) <= 140 and _compiled("ending").fullmatch(_plain(line)) is not None and not _reads_as_sentence(line)


def opens_box(line: str) -> bool:
    """Whether an ending may be the heading of a box of links within the text: one of articles, not of comments."""
    return ends_article(line) and not _REMARKS.search(line)
