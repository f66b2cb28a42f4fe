"""Which outlet a page belongs to, from its copyright line, page title and navigation."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.cleaning.credits import agency_in
from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_NAME_WORDS = 5
_COPYRIGHT_HOLDER = re.compile(
    r"""
    (?: © | \(c\) | copyright )
    [\s©]* (?:copyright\s+)? (?:(?:19|20)\d{2})? (?:\s*[-–]\s*(?:19|20)\d{2})? [\s,]* (?:by\s+)?
    (?P<name> (?-i:[A-Z]) [\w&'’ ]{1,50}? (?:\.(?:com|net|org|co\.\w\w))? )
    (?= \s* (?: [.,|(–-] | all\s+rights | or\s+its | \d{4} | $ ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LEGAL_FORM = re.compile(
    r"""
    ,?\s+ (?: Ltd | Limited | Inc | LLC | LLP | PLC | plc | Corp | Corporation | Company | Co | GmbH | Pty )\b
    .* $            # and what follows it: "Inc. and its affiliates"
    """,
    re.VERBOSE,
)
_NOT_A_NAME = re.compile(
    r"""
    (?: all\ rights | reserved | copyright | conditions | terms | notice | policy     # legal words
      | the\ author | respective | owners? | this                                    # nobody by name
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SITE_JOINT = re.compile(r"\s+[|»–—-]\s+|\s*\|\s*")


def find_publisher(legal: Sequence[str], page_titles: Sequence[str], furniture: Sequence[str]) -> str | None:
    """Find the outlet's name; a wire service is never taken for it.

    Args:
        legal: Copyright lines and disclaimers.
        page_titles: Lines that hold the title and perhaps the name of the site.
        furniture: The rest of the page's junk.
    """
    holders = [holder for line in legal if (holder := _copyright_holder(line)) is not None]
    sites = [
        part for title in page_titles for part in _SITE_JOINT.split(title)[:1] + _SITE_JOINT.split(title)[-1:]
    ]
    known = _first_known(
        [*holders, *legal, *sites, *(line for line in furniture if line.endswith("navigation"))]
    )
    if known is not None:
        return known
    # Companies hold copyrights, sections stand in page titles: a name must be found in two places.
    suffixes = [site for site in sites if not any(title.startswith(site) for title in page_titles)]
    confirmed = [name for name in holders if name in (*furniture, *sites)]
    confirmed += [name for name in suffixes if name in furniture]
    return next((name for name in confirmed if len(name.split()) <= MAX_NAME_WORDS), None)


def _copyright_holder(line: str) -> str | None:
    """The name in a copyright line, without its legal form."""
    match = _COPYRIGHT_HOLDER.search(line)
    if match is None:
        return None
    name = _LEGAL_FORM.sub("", match["name"].strip())
    if _NOT_A_NAME.match(name) or len(name.split()) > MAX_NAME_WORDS or len(name) < 2:
        return None
    return None if agency_in(name) is not None else name


def _first_known(lines: Iterable[str]) -> str | None:
    for line in lines:
        match = _known_outlet().search(line)
        if match is not None:
            return _outlets()[match.group()]
    return None


@cache
def _outlets() -> dict[str, str]:
    return {
        alias: name for name, entry in lexicon("publishers").items() for alias in (name, *entry["aliases"])
    }


@cache
def _known_outlet() -> re.Pattern[str]:
    names = "|".join(re.escape(alias) for alias in sorted(_outlets(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{names})(?!\w)")
