"""Wire services and desks named at the end of an article: "(Reporting by ...)", "– (Reuters)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from copydesk.cleaning.calendar_words import MONTH
from copydesk.lexicons import lexicon

# A credit stands at the very end; nothing further up is looked at.
MAX_CREDIT_CHARACTERS = 300
_EDITORS = re.compile(
    r"""
    [\s–—-]* \(\s*
    (?:additional\s+)? (?:report(?:ing|ed|s)?|edit(?:ing|ed)|writ(?:ing|ten)|compiled|translat(?:ion|ed))
    \s+ (?:in\s+[A-Z][\w ]{1,30}\s+)? by\b [^()]{2,250}
    \)? \s* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A service that no lexicon knows, by the words its name ends in; "service" itself is no part of a name.
_NAMED_LIKE_AGENCY = r"""
    (?: [A-Z][\w.&'’-]* \s+ ){1,4}
    (?: (?:News|Press) \s+ (?:Agency|Service) | (?:News)?[Ww]ires? (?:\s+[Ss]ervice)? | service )
"""
# What may stand behind the last bracket of a credit.
_BEHIND_BRACKET = ("", ".")
_SERVICE = re.compile(r"\s+service$")
_CAPITALISED_NAME = re.compile(r"[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4}")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit at the end of a paragraph.

    Attributes:
        start: Where it begins in the paragraph.
        agency: The wire service it names, by its canonical name or, if unknown, as written.
        text: The credit itself.
    """

    start: int
    agency: str | None
    text: str


def find_credit(paragraph: str) -> Credit | None:
    """Find the credit that a paragraph closes with, or is.

    >>> find_credit("Talks go on. – (Reuters)")
    Credit(start=12, agency='Reuters', text=' – (Reuters)')
    """
    offset = max(len(paragraph) - MAX_CREDIT_CHARACTERS, 0)
    tail = paragraph[offset:]
    if not _may_end_in_credit(tail):
        return None
    match = _EDITORS.search(tail) or _agency_credit().search(tail)
    if match is None:
        return None
    agency = agency_in(match.group()) or _unknown_agency_in(match.group())
    return Credit(offset + match.start(), agency, match.group())


def _may_end_in_credit(tail: str) -> bool:
    """Whether a line ends in a bracket, or has a dash and no full stop behind it: most do neither."""
    bracket = tail.rfind("(")
    if bracket >= 0 and tail[bracket:].partition(")")[2].strip() in _BEHIND_BRACKET:
        return True
    return ("-" in tail or "–" in tail or "—" in tail) and tail.rstrip()[-1:] in _last_characters()


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(alias[-1] for alias in agency_names())


def is_credit_line(line: str) -> bool:
    """Whether the whole line is a credit.

    >>> is_credit_line("(Xinhua News Agency March 9, 2009)"), is_credit_line("Associated Press")
    (True, True)
    """
    if line.strip("() .-–—/") in agency_names():
        return True
    credit = find_credit(line)
    return credit is not None and credit.start == 0


def agency_in(text: str) -> str | None:
    """The wire service named in a piece of page furniture, by its canonical name; None without one."""
    match = _any_agency().search(text)
    return None if match is None else agency_names()[match.group()]


def agency_in_brackets(text: str, *, is_after_date: bool) -> str | None:
    """The wire service that stands alone in the brackets of a dateline, known or not.

    After the date nothing but an agency is put there; without one it may be a region, too.

    >>> agency_in_brackets("Northern Wire", is_after_date=False)
    'Northern Wire'
    >>> agency_in_brackets("South Carolina", is_after_date=False) is None
    True
    """
    known = agency_in(text) or _unknown_agency_in(text)
    if known is None and is_after_date and _CAPITALISED_NAME.fullmatch(text) is not None:
        return text
    return known


def _unknown_agency_in(text: str) -> str | None:
    match = _named_like_agency().search(text)
    return None if match is None else _SERVICE.sub("", match.group())


@cache
def _named_like_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_NAMED_LIKE_AGENCY}(?![\w-])", re.VERBOSE)


@cache
def agency_names() -> dict[str, str]:
    """Every way an agency is written → its canonical name."""
    return {alias: name for name, entry in lexicon("agencies").items() for alias in entry["aliases"]}


def agency_pattern() -> str:
    """A regular expression for any agency, the longest name first."""
    return "|".join(re.escape(alias) for alias in sorted(agency_names(), key=len, reverse=True))


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{agency_pattern()})(?![\w-])")


@cache
def _agency_credit() -> re.Pattern[str]:
    """In brackets with perhaps a date, or after a dash, at the end of the text."""
    agency = rf"(?:the\s+)?(?:{agency_pattern()})"
    in_brackets = rf"(?:{agency}|{_NAMED_LIKE_AGENCY})"
    agencies = rf"{in_brackets}(?:\s*(?:/|,|and|&)\s*{in_brackets}){{0,3}}"
    month = rf"{MONTH}\.?"
    date = rf"(?:[\s,]+(?:{month}\s+\d{{1,2}}|\d{{1,2}}\.?\s+{month})(?:,?\s+\d{{4}})?)"
    return re.compile(
        rf"""
          (?: \s*[–—-]+ | ^ | (?<=[.!?"”’]) ) \s* \( \s* {agencies} {date}? \s* \) \.? \s* $
        | (?<=[.!?"”’])\s*[–—-]+\s* {agencies}\s*$
        """,
        re.VERBOSE,
    )
