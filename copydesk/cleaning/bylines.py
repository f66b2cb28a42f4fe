"""Who wrote it: lines such as "By Jane Roe and John Doe, BBC News"."""

from __future__ import annotations

import re

from copydesk.lexicons import lexicon

MAX_BYLINE_CHARACTERS = 160
MAX_NAME_WORDS = 4
_BY = re.compile(r"(?:(?:Story|Written|Posted) )?(?:By|BY|by):? +(?=[A-Z])")
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
_PARTICLE = r"(?:de|van|von|der|den|la|le|bin|al|el|di|da|du|ter|ten)"
_NAME_WORD = rf"(?:[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*|{_PARTICLE})\b\.?"
_NAME = re.compile(rf"{_NAME_WORD}(?: +{_NAME_WORD}){{1,{MAX_NAME_WORDS - 1}}}")
_NEXT_NAME = re.compile(r" *(?:,? +and +|, +| *& *| *; *)(?=[A-Z])")
# Capitalised words that follow a name in a byline and are no part of it.
_NO_NAME = frozenset(lexicon("byline_words")["not_in_names"]["words"])


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
    """The names in a byline, without offices and outlets.

    >>> byline_names("By Jane Roe and John Doe, BBC News")
    ('Jane Roe', 'John Doe')
    >>> byline_names("By Helen Roe Health editor, BBC News website")
    ('Helen Roe',)
    """
    start = _BY.match(line)
    if start is None or _BY_STAFF.fullmatch(line) is not None:
        return ()
    names: list[str] = []
    position = start.end()
    while (match := _NAME.match(line, position)) is not None:
        name = _without_office(line, match)
        if any(word in _NO_NAME or word.title() in _NO_NAME for word in name.split()):
            break
        names.append(_in_name_case(name))
        joint = _NEXT_NAME.match(line, match.end())
        if joint is None:
            break
        position = joint.end()
    return tuple(names)


def _without_office(line: str, match: re.Match[str]) -> str:
    """The name, without a word of it that begins an office: "Helen Roe Health" before "editor"."""
    words = match.group().split()
    if len(words) > 2 and re.match(r" +(?:editor|correspondent|reporter|writer)\b", line[match.end() :]):
        words.pop()
    while len(words) > 2 and words[-1] in _NO_NAME:
        words.pop()
    return " ".join(words)


def _in_name_case(name: str) -> str:
    """Capitals throughout are a matter of type, not of the name."""
    return name.title() if name.isupper() else name
