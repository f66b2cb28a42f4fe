"""Wire services and desks named at the end of an article: "(Reporting by ...)", "– (Reuters)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit at the end of a paragraph.

    Attributes:
        start: Where it begins in the paragraph.
        agency: The wire service it names, by its canonical name.
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
    match = _EDITORS.search(tail) or _agency_credit().search(tail)
    if match is None:
        return None
    return Credit(offset + match.start(), agency_in(match.group()), match.group())


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
    agencies = rf"{agency}(?:\s*(?:/|,|and|&)\s*{agency}){{0,3}}"
    month = r"[A-Z][a-z]{2,8}\.?"
    date = rf"(?:[\s,]+(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})(?:,?\s+\d{{4}})?)"
    return re.compile(
        rf"""
          (?:[\s]*[–—-]+|^|(?<=[.!?"”’]))\s* \(\s*{agencies}{date}?\s*\)\.?\s*$
        | (?<=[.!?"”’])\s*[–—-]+\s* {agencies}\s*$
        """,
        re.VERBOSE,
    )
