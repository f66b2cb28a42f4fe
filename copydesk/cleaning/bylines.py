"""Who wrote it, by one line: "By Jane Roe and John Doe, BBC News", "Jane Roe | 3 May 2012"."""

from __future__ import annotations

import re

from copydesk.cleaning.author_names import (
    ROLE,
    FoundNames,
    find_collective,
    find_names,
    in_name_case,
    is_no_name,
)
from copydesk.cleaning.calendar_words import MONTH, WEEKDAY

MAX_BYLINE_CHARACTERS = 160
_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_BY = re.compile(
    rf"""
    (?: (?: Story | Written | Posted | Words | Report(?:ed|ing)?
        | Authored | Article | Review(?:ed)? | Text ) [ ] )?
    (?: By | BY | by ) (?: : [ ]* | [ ]+ | (?=[A-Z][a-z]+[ ]) ) (?=[{_UPPER}])
  | (?: Author | AUTHOR | Writer | Reporter ) s? \s* : \s* (?=[{_UPPER}])
    """,
    re.VERBOSE,
)
# Nobody by name: "By a staff correspondent", "By our own reporter in Oslo", "By staff and agencies".
_BY_STAFF = re.compile(
    r"""
    (?:By|BY|by):? \s+ (?: (?: an? | our | the ) \s+ )?
    (?: (?: [A-Z][\w.-]+ | own | special | foreign | political | diplomatic | senior | staff ) \s+ ){0,3}
    (?: staff | correspondents? | reporters? | writers? | editors? | agencies )
    (?: \s+ and \s+ (?: wire | news )? \s* agencies )?
    (?: \s+ in \s+ [A-Z][\w.-]* (?: \s+ [A-Z][\w.-]* ){0,2} )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# In the middle of a stamp: "Posted on 3 May 2012 by Jane Roe", "3 May 2012 | By: Jane Roe".
_BY_INSIDE = re.compile(rf"\b(?:by|By|BY):?\s+(?=[{_UPPER}])")
# The next word lost its blank: "Jane RoeUpdated: 3 May", "Jane RoeMay 3".
_GLUED = re.compile(
    rf"""
    (?<= [a-z] )
    (?= Updated | Published | Posted | View | Follow | Read | Last | Email | Share | Twitter | Facebook
      | Senior | Staff | News | Political | {MONTH}\s\d | @\w+(?:\s|$) | (?:In|On|At)\s[A-Z]
    )
    """,
    re.VERBOSE,
)
# Most lines have no capital behind a small letter: nothing clings to anything.
_ANY_GLUE = re.compile(r"[a-z](?:[A-Z]|@\w)")
_GLUED_OFFICE = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_OFFICE = re.compile(rf"(?:\b|(?<=[a-z])){ROLE}", re.IGNORECASE)
_UPDATE = r"Updated|Published|Posted|PUBLISHED|UPDATED|Last"
_DATE_START = rf"(?:(?:on|On)\ +)?(?:{WEEKDAY}\b|{MONTH}\b|\d{{1,4}}\b|{_UPDATE})"
# What may follow a name that no "by" announces: a sign and more of a stamp, or a date.
_OFFICE_BEHIND = rf"(?:[{_UPPER}&][\w&'-]* ){{0,4}}{ROLE}"
_AFTER_NAME = re.compile(rf" *(?:[|·•@–—/-]|,)| +(?:@|{_DATE_START}|{_OFFICE_BEHIND})|$", re.IGNORECASE)
_ANY_NAME = re.compile(
    rf"""
    (?P<name> [{_UPPER}][\w.'’&-]*\w (?: \ [{_UPPER}][\w'’&-]* ){{0,3}} )
    (?= \s* (?: $ | [|·•–—/,(-] | {_DATE_START} ) )
    """,
    re.VERBOSE,
)
_NAME_BEFORE_DATE = re.compile(
    rf"(?P<name> [{_UPPER}][\w’'-]{{2,24}} ) [ ]+ {_DATE_START} .{{3,30}} $   # and no more", re.VERBOSE
)
# Correspondents without a name, and times of day or week.
_NO_SIGNATURE = re.compile(
    rf"""
    \b(?: {ROLE} | {WEEKDAY}\b | {MONTH}\b
      | Category | Topic | Date | Default | Email | Phone | Using | Clicking )   # of lists and forms
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_byline(line: str) -> bool:
    """Whether the line is a byline and nothing more.

    >>> is_byline("By Jane Roe and John Doe, BBC News")
    True
    >>> is_byline("By our own correspondent in Oslo"), is_byline("By Friday, Moscow had replied.")
    (True, False)
    """
    if _BY_STAFF.fullmatch(line) is not None:
        return True
    if len(line) > MAX_BYLINE_CHARACTERS or _BY.match(line) is None:
        return False
    return not line.endswith((".", "?", "!", ":", "”", '"')) and " was " not in line and " said " not in line


def byline_names(line: str) -> tuple[str, ...]:
    """The names in a line that begins with "By", without offices and outlets.

    A desk or a service is named where no person is; a correspondent without a name is nobody.

    >>> byline_names("By Jane Roe and John Doe, BBC News")
    ('Jane Roe', 'John Doe')
    >>> byline_names("By Helen Roe Health editor, BBC News website")
    ('Helen Roe',)
    """
    start = _BY.match(line)
    if start is None:
        return ()
    found = _signed(unglued(line), start.end())
    return () if found is None else found.names


def inner_byline_names(line: str) -> tuple[str, ...]:
    """The names behind a "by" in the middle of a stamp.

    >>> inner_byline_names("Posted on 3 May 2012 by Jane Roe"), inner_byline_names("Hit by Storm Ada")
    (('Jane Roe',), ('Storm Ada',))
    """
    line = unglued(line)
    for match in _BY_INSIDE.finditer(line):
        found = _signed(line, match.end())
        if found is not None:
            return found.names
    return ()


def leading_names(line: str) -> tuple[str, ...]:
    """The names that a line begins with, if a date, an office or the line's end follows.

    >>> leading_names("Jane Roe · Desk News · Posted: Aug 08, 2024"), leading_names("Jane Roe said no")
    (('Jane Roe',), ())
    """
    line = unglued(line)
    found = find_names(line, 0) or find_collective(line, 0)
    if found is None or _AFTER_NAME.match(line, found.end) is None:
        return ()
    return found.names


def name_before_date(line: str) -> str | None:
    """The one word that stands before a date, as those sign who have but one name.

    >>> name_before_date("Northdesk October 06, 2018"), name_before_date("October 06, 2018")
    ('Northdesk', None)
    """
    match = _NAME_BEFORE_DATE.match(line)
    if match is None or is_no_name(match["name"]) or _NO_SIGNATURE.match(match["name"]) is not None:
        return None
    return match["name"]


def unglued(line: str) -> str:
    """The line with blanks where the next word clings to a name.

    >>> unglued("Jane RoeUpdated: 3 May")
    'Jane Roe Updated: 3 May'
    """
    if _ANY_GLUE.search(line) is None:
        return line
    line = _GLUED.sub(" ", line)
    return _GLUED_OFFICE.sub(" ", line) if _OFFICE.search(line) is not None else line


def _signed(line: str, start: int) -> FoundNames | None:
    found = find_names(line, start)
    if found is not None:
        return found
    if _BY_STAFF.fullmatch(f"By {line[start:]}") is not None and " Staff" not in line:
        return None
    return find_collective(line, start) or _any_name(line, start)


def _any_name(line: str, start: int) -> FoundNames | None:
    """Whoever signs, if the line names nothing else: "Written by Northern Diary | 3 May"."""
    match = _ANY_NAME.match(line, start)
    if match is None or _NO_SIGNATURE.search(match["name"]) is not None:
        return None
    return FoundNames((in_name_case(match["name"]),), match.end("name"))
