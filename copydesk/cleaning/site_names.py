"""Where the furniture of a page writes the name of its site: title line, footer, menus, addresses.

Every place gives candidates with a weight; `publishers.py` adds them up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.author_names import NO_NAME
from copydesk.cleaning.credits import agency_names
from copydesk.cleaning.site_phrases import names_before_phrases, names_behind_phrases
from copydesk.lexicons import lexicon, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.site_phrases import Furniture

MAX_NAME_WORDS = 5
# The same names stand on a page again and again.
_N_KEPT_NAMES = 512
MAX_NAME_CHARACTERS = 40
MAX_TITLE_CHARACTERS = 250
MIN_HEADLINE_WORDS = 4
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
_COPYRIGHT_SIGNS = ("©", "opyright", "OPYRIGHT", "(c)")
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
_NAME_WORD = r"(?:[A-Z0-9])[\w.'’&+-]*"
_NAME = rf"(?P<name>(?:the[ ])?{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[&+|]|of|and|the|to|for|on)){{0,4}}?)"
# What stands before the name in a credit: who worked, for whom.
_CREDIT_SIGNS = ("/", " for ", " FOR ", "redit: ", "(From ")
_CREDIT_NAME = re.compile(rf"{_NAME} \)? $", re.VERBOSE | re.MULTILINE)
MIN_SPELLED_LETTERS = 4
MAX_SIGNS_BETWEEN = 3
_SIGNS_BETWEEN = frozenset(" ’'&-")
_ENDINGS = r"com|org|net|co\.[a-z]{2}|com\.[a-z]{2}|info|tv|in|ca|ie|eu|us|io|uk"
_ADDRESS = re.compile(rf"(?:https?://|www\.|@|\b)((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))\b", re.IGNORECASE)
HOST_ENDING = re.compile(rf"\.(?:{_ENDINGS})\b", re.IGNORECASE)
"""How every address ends: lines without it need not be searched for one."""
_FOREIGN_HOSTS = frozenset(lexicon("site_words")["foreign"]["hosts"])
_SECTIONS = word_set("site_words", "sections")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac"})


class NamePlace(StrEnum):
    """Where a page names its site, or others."""

    END_OF_TITLE = "end_of_title"
    START_OF_TITLE = "start_of_title"
    INSIDE_TITLE = "inside_title"
    COPYRIGHT = "copyright"
    PHRASE = "phrase"
    PHRASE_INSIDE = "phrase_inside"
    PHRASE_BEHIND = "phrase_behind"
    CREDIT = "credit"
    KNOWN_INSIDE = "known_inside"
    SPELLED_HOST = "spelled_host"
    ADDRESS = "address"
    ADDRESSES = "addresses"


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name that may be the site's, and the kind of place where it stands."""

    name: str
    place: NamePlace


def names_in_title(line: str) -> Iterator[SiteName]:
    """Find what stands beside the headline in a page title: "Talks resume | World | Daily Desk"."""
    if len(line) > MAX_TITLE_CHARACTERS:
        return
    pieces = [piece.strip() for piece in _SITE_JOINT.split(line) if piece.strip()]
    if len(pieces) < 2 or max(len(piece.split()) for piece in pieces) < MIN_HEADLINE_WORDS:
        return
    for number, piece in enumerate(pieces):
        is_last = number == len(pieces) - 1
        if not is_site_name(piece) and not (is_last and piece in agency_names()):
            continue
        if is_last:
            yield SiteName(piece, NamePlace.END_OF_TITLE)
        else:
            yield SiteName(piece, NamePlace.START_OF_TITLE if number == 0 else NamePlace.INSIDE_TITLE)


def names_in_furniture(furniture: Furniture) -> Iterator[SiteName]:
    """Find what the page's furniture says of its site: "Follow X on", "About X", "X newsletter"."""
    for line in _copyright_lines(furniture.text):
        holder = copyright_holder(line)
        if holder is not None:
            yield SiteName(holder, NamePlace.COPYRIGHT)
    for name, begins_line in names_behind_phrases(furniture):
        if is_site_name(name) or (begins_line and name in agency_names()):
            yield SiteName(name, NamePlace.PHRASE if begins_line else NamePlace.PHRASE_INSIDE)
    for name in names_before_phrases(furniture):
        if is_site_name(name):
            yield SiteName(name, NamePlace.PHRASE_BEHIND)


def _copyright_lines(text: str) -> Iterator[str]:
    """The lines with a sign or word of copyright, each once."""
    end = -1
    for start in sorted(start for sign in _COPYRIGHT_SIGNS for start in _places(sign, text)):
        if start > end:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            yield text[text.rfind("\n", 0, start) + 1 : end]


def _places(sign: str, text: str) -> Iterator[int]:
    start = text.find(sign)
    while start >= 0:
        yield start
        start = text.find(sign, start + 1)


def names_in_credits(text: str) -> Iterator[SiteName]:
    """Find the names behind a stroke or "for" at the end of a credit: "(Jane Roe/Daily Desk)"."""
    for sign in _CREDIT_SIGNS:
        for start in _places(sign, text):
            match = _CREDIT_NAME.match(text, start + len(sign))
            if match is not None and is_site_name(match["name"]):
                yield SiteName(match["name"], NamePlace.CREDIT)


def spelled_host(host: str, text: str) -> SiteName | None:
    """Find how the page spells out the name in an address of its own.

    >>> spelled_host("dailydesk.com", "Write to mail@dailydesk.com. The Daily Desk is here for you.")
    SiteName(name='Daily Desk', place=<NamePlace.SPELLED_HOST: 'spelled_host'>)
    """
    letters = host.split(".")[0].replace("-", "")
    if not MIN_SPELLED_LETTERS <= len(letters) <= MAX_NAME_CHARACTERS:
        return None
    spelled = [
        form for start in _places(letters[0].upper(), text) if (form := _spelled_at(text, start, letters))
    ]
    if not spelled:
        return None
    best = max(dict.fromkeys(spelled), key=lambda form: (" " in form, spelled.count(form)))
    return SiteName(best, NamePlace.SPELLED_HOST)


def _spelled_at(text: str, start: int, letters: str) -> str | None:
    """What stands at a place, if it has these letters and few other signs between them."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "@./-_"):
        return None
    end, n_skipped = start + 1, 0
    for letter in letters[1:]:
        while n_skipped < MAX_SIGNS_BETWEEN and text[end : end + 1] in _SIGNS_BETWEEN:
            end, n_skipped = end + 1, n_skipped + 1
        if text[end : end + 1].lower() != letter:
            return None
        end, n_skipped = end + 1, 0
    behind = text[end : end + 2]
    is_whole = not behind[:1].isalnum() and not (behind[:1] in (".", "-", "@") and behind[1:].isalnum())
    return text[start:end] if is_whole else None


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
    if HOST_ENDING.search(text) is None:
        return
    for match in _ADDRESS.finditer(text):
        labels = match[1].lower().split(".")
        n_last = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
        host = ".".join(labels[-n_last:])
        if labels[-n_last] not in _FOREIGN_HOSTS and len(labels[-n_last]) > 1:
            yield host


@lru_cache(_N_KEPT_NAMES)
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
