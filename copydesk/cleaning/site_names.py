"""Where the furniture of a page writes the name of its site: title line, footer, menus, addresses.

Every place gives candidates with a weight; `publishers.py` adds them up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.author_names import NO_NAME
from copydesk.cleaning.credits import agency_names
from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_NAME_WORDS = 5
MAX_NAME_CHARACTERS = 40
MAX_TITLE_CHARACTERS = 250
MIN_HEADLINE_WORDS = 4
# How much a place speaks for a name. Two places must agree, or one be as good as a page title's end.
END_OF_TITLE = 3.0
START_OF_TITLE = 1.5
INSIDE_TITLE = 0.5
COPYRIGHT = 2.0
PHRASE = 1.5
CREDIT = 1.0
EMPLOYER = 2.0
IN_BYLINE = 1.5
SPELLED_HOST = 2.5
MAX_PHRASE_LINE_CHARACTERS = 300
ADDRESS = 1.0
_SITE_JOINT = re.compile(r"\s+[|»«·•–—:-]+\s+|\s*\|\s*")
_COPYRIGHT_HOLDER = re.compile(
    r"""
    (?: © | \(c\) | copyright )
    [\s©]* (?:copyright\s+|\(c\)\s*)?
    (?:(?:19|20)\d{2})? (?:\s*[-–]\s*(?:(?:19|20)\d{2}|present))? [\s,.:]* (?:by\s+)?      # the years
    (?P<name> (?-i:[A-Z]|\d\w) [\w&'’+ /-]{1,50}? (?:\.(?:com|net|org|info|tv|co\.\w\w))? )
    (?= \s* (?: [.,|(–®™;•] | \ -\ | all\s+rights | or\s+its | or\s+their | \b(?:19|20)\d{2} | unless
      | inc\b | ltd | limited | llc | terms | privacy | use\ of | $ ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEGAL_FORM = re.compile(
    r"""
    ,?\s+ (?: Ltd | Limited | Inc | LLC | LLP | PLC | plc | Corp | Corporation | Company | Co | GmbH | Pty
      | Holdings | Group )\b
    .* $            # and what follows it: "Inc. and its affiliates"
    """,
    re.VERBOSE,
)
_NOT_A_NAME = re.compile(
    r"""
    (?: all\ rights | reserved | copyright | conditions | terms | notice | policy | contact | privacy # legal
      | the\ author | respective | owners? | this | our\b | us\b | your\b | me\b | here\b          # nobody
      | facebook | twitter | google | youtube | instagram | linkedin | whatsapp | pinterest | disqus
      | wordpress | flipboard | apple | android | iphone | ipad | getty | related | more\b | sign\b | log\b
      | newsletters?\b )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAME_WORD = r"(?-i:[A-Z0-9])[\w.'’&+-]*"
_NAME = rf"(?P<name>(?:the[ ])?{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[&+|]|of|and|the|to|for|on)){{0,4}}?)"
# What sites say of themselves, at the beginning of a line of their furniture.
_PHRASES = re.compile(
    rf"""
    (?: about | contact | follow | like | advertise\ (?:with|on|in) | subscribe\ to | support | search | join
      | welcome\ to | browse | discover\ more\ from | why\ you\ can\ trust | sign\ up\ (?:for|to)
      | log\ in\ to | thank\ you\ for\ (?:supporting|visiting|reading) | source:? | published\ by
      | download\ the | get\ the | get | visit
      | work\ (?:for|at) | careers\ at | inside | more\ (?:from|on) | back\ to | most\ popular\ on )
    \s+ {_NAME}
    (?= \s* (?: $ | [|,.!:»›’'] | \ (?:on|app|via|for|by|in)\b | \ (?:newsletter|delivered|home|today) ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TAILS = re.compile(
    rf"""
    {_NAME}
    \s+ (?: on\ (?:facebook|twitter|youtube|instagram|google) | home\ ?page | home | logo | navigation
      | newsletters? | app | store | podcasts? | is\ not\ responsible | is\ part\ of
      | is\ a\ (?:leading|member|trademark|registered|part|division|publication|blog|nonprofit|website)
      | may\ earn | moderates | staff | events | premium | jobs | archives? | rss | mobile | pro | plus )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A quick look that rules most lines out: the first word of every phrase, the words of the tails.
_PHRASE_STARTS = frozenset(lexicon("site_words")["phrases"]["first_words"])
_TAIL_WORDS = frozenset(lexicon("site_words")["phrases"]["words_behind"])
_CREDIT = re.compile(
    rf"""
    (?: / | \b(?:for|FOR)[ ] | \(From[ ]
      | \bcredit:[ ]? | \bBy[ ][A-Z][\w.'-]+[ ][A-Z][\w.'-]+[ ]?,[ ]? )   # who worked
    {_NAME} \)? $
    """,
    re.VERBOSE,
)
MAX_CREDIT_CHARACTERS = 120
_OFFICES = (
    "editor",
    "reporter",
    "writer",
    "contributor",
    "correspondent",
    "producer",
    "journalist",
    "columnist",
)
_EMPLOYER = re.compile(
    rf"""
    s?\b (?:[ ]in[ ]chief)? [ ] (?:for|at|with|to|of)[ ] {_NAME}
    (?= \s* (?: $ | [.,;()’'] | \ (?:and|based|covering|since|in|on|who|where|from
      |magazine|writing)\b | \n ) )
    """,
    re.VERBOSE,
)
_BYLINE_JOINT = re.compile(r"\s*[|·•,–—/]\s*|\s+-\s+")
_WEBSITE = re.compile(r"\s+(?:website|online|staff)$", re.IGNORECASE)
MIN_SPELLED_LETTERS = 4
_ENDINGS = r"com|org|net|co\.[a-z]{2}|com\.[a-z]{2}|info|tv|in|ca|ie|eu|us|io|uk"
_ADDRESS = re.compile(rf"(?:https?://|www\.|@|\b)((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))\b", re.IGNORECASE)
_ENDING = re.compile(rf"\.(?:{_ENDINGS})\b", re.IGNORECASE)
_FOREIGN_HOSTS = frozenset(lexicon("site_words")["foreign"]["hosts"])
_SECTIONS = frozenset(lexicon("site_words")["sections"]["words"])
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac"})


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name that may be the site's, and how much the place where it stands speaks for it."""

    name: str
    weight: float


def names_in_title(line: str, *, is_page_title: bool) -> Iterator[SiteName]:
    """Find what stands beside the headline in a page title: "Talks resume | World | Daily Desk"."""
    if len(line) > MAX_TITLE_CHARACTERS:
        return
    pieces = [piece.strip() for piece in _SITE_JOINT.split(line) if piece.strip()]
    if len(pieces) < 2 or max(len(piece.split()) for piece in pieces) < MIN_HEADLINE_WORDS:
        return
    factor = 1.0 if is_page_title else 0.5
    for number, piece in enumerate(pieces):
        if not is_site_name(piece):
            continue
        if number == len(pieces) - 1:
            yield SiteName(piece, END_OF_TITLE * factor)
        else:
            yield SiteName(piece, (START_OF_TITLE if number == 0 else INSIDE_TITLE) * factor)


def names_in_furniture(lines: Sequence[str]) -> Iterator[SiteName]:
    """Find what the page's furniture says of its site: "Follow X on", "About X", "X newsletter"."""
    for line in lines:
        if "©" in line or "opyright" in line or "OPYRIGHT" in line or "(c)" in line:
            holder = copyright_holder(line)
            if holder is not None:
                yield SiteName(holder, COPYRIGHT)
        if len(line) <= MAX_PHRASE_LINE_CHARACTERS:
            match = _phrase(line)
            if match is not None and is_site_name(match["name"]):
                yield SiteName(match["name"], PHRASE)


def _phrase(line: str) -> re.Match[str] | None:
    words = line.lower().split(" ", MAX_NAME_WORDS + 1)
    match = _PHRASES.match(line) if words[0] in _PHRASE_STARTS else None
    if match is None and not _TAIL_WORDS.isdisjoint(words[1:]):
        match = _TAILS.match(line)
    return match


def names_in_credits(lines: Sequence[str]) -> Iterator[SiteName]:
    """Find the names behind a stroke or "for" at the end of a credit: "(Jane Roe/Daily Desk)"."""
    for line in lines:
        if not (
            "/" in line
            or "or " in line
            or "OR " in line
            or "redit" in line
            or "By " in line
            or "(From" in line
        ):
            continue
        match = _CREDIT.search(line, max(len(line) - MAX_CREDIT_CHARACTERS, 0))
        if match is not None and is_site_name(match["name"]):
            yield SiteName(match["name"], CREDIT)


def names_in_portraits(text: str) -> Iterator[SiteName]:
    """Find whom people work for, as authors' boxes say it: "a contributor to Daily Desk".

    >>> list(names_in_portraits("Jane Roe is a health reporter for the Daily Desk."))
    [SiteName(name='the Daily Desk', weight=2.0)]
    """
    for office in _OFFICES:
        start = text.find(office)
        while start >= 0:
            match = _EMPLOYER.match(text, start + len(office))
            name = "" if match is None else match["name"].rstrip(".,")
            if is_site_name(name):
                yield SiteName(name, EMPLOYER)
            start = text.find(office, start + 1)


def names_in_byline(line: str) -> Iterator[SiteName]:
    """Find what stands behind the author's name: "Jane Roe · Daily Desk · 3 May".

    >>> [found.name for found in names_in_byline("By Jane Roe Health editor, Daily Desk")]
    ['Daily Desk']
    """
    for piece in _BYLINE_JOINT.split(line)[1:]:
        name = _WEBSITE.sub("", piece.strip())
        if is_site_name(name) and not any(character.isdigit() for character in name):
            yield SiteName(name, IN_BYLINE)


def spelled_host(host: str, text: str) -> SiteName | None:
    """Find how the page spells out the name in an address of its own.

    >>> spelled_host("dailydesk.com", "Write to mail@dailydesk.com. The Daily Desk is here for you.")
    SiteName(name='Daily Desk', weight=2.5)
    """
    letters = host.split(".")[0].replace("-", "")
    if not MIN_SPELLED_LETTERS <= len(letters) <= MAX_NAME_CHARACTERS:
        return None
    spaced = "[ ’'&-]{0,3}".join(map(re.escape, letters))
    # The first letter is asked for in its case: so the search need not stop at every letter.
    rest = spaced.removeprefix(re.escape(letters[0]))
    pattern = rf"{re.escape(letters[0].upper())}(?<![\w@./-].)(?i:{rest})(?![\w@.-]\w|\w)"
    spelled = re.findall(pattern, text)
    if not spelled:
        return None
    best = max(dict.fromkeys(spelled), key=lambda form: (" " in form, spelled.count(form)))
    return SiteName(best, SPELLED_HOST)


def copyright_holder(line: str) -> str | None:
    """The name in a copyright line, without its legal form.

    >>> copyright_holder("© 2012 Upper Town Courier Ltd. All rights reserved.")
    'Upper Town Courier'
    """
    match = _COPYRIGHT_HOLDER.search(line)
    if match is None:
        return None
    name = _LEGAL_FORM.sub("", match["name"].strip())
    return name if is_site_name(name) else None


def hosts_in(text: str) -> Iterator[str]:
    """Find the hosts in addresses on the page, those of networks and trackers aside.

    >>> list(hosts_in("Write to desk@mail.dailydesk.co.uk or twitter.com/desk"))
    ['dailydesk.co.uk']
    """
    if _ENDING.search(text) is None:
        return
    for match in _ADDRESS.finditer(text):
        labels = match[1].lower().split(".")
        n_last = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
        host = ".".join(labels[-n_last:])
        if labels[-n_last] not in _FOREIGN_HOSTS and len(labels[-n_last]) > 1:
            yield host


@cache
def is_site_name(name: str) -> bool:
    """Whether the words may be the name of a site: few, no section, no agency, no legal phrase."""
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not 2 <= len(name) <= MAX_NAME_CHARACTERS:
        return False
    if name in agency_names() or _NOT_A_NAME.match(name) is not None or name[-1] in "?!.,:":
        return False
    if not (name[0].isupper() or name[0].isdigit() or "." in name or name.startswith("the ")):
        return False
    if all(word.title() in _SECTIONS or word in _SMALL_WORDS for word in words):
        return False
    return any(character.isalpha() for character in name) and not (len(words) == 1 and name in _DAYS)


_SMALL_WORDS = frozenset({"&", "and", "of", "the", "The", "+", "in", "to", "for", "-"})
_DAYS = NO_NAME & {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
