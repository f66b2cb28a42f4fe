"""Names of people and desks as bylines write them, told from what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.cleaning.credits import agency_names, agency_pattern
from copydesk.lexicons import lexicon

MAX_NAME_WORDS = 4
MAX_COLLECTIVE_WORDS = 5
MAX_COLLECTIVE_CHARACTERS = 100
# Of the same line is asked whether it is a name, begins with one, or stands beside one.
_N_KEPT_LINES = 256
_WORDS = lexicon("byline_words")
# Capitalised words that stand beside a name in a byline and are no part of it.
NO_NAME = frozenset(_WORDS["not_in_names"]["words"])
_COLLECTIVE_WORDS = frozenset(_WORDS["collective"]["words"])
ROLE = rf"(?:{'|'.join(_WORDS['after_names']['roles'])})s?\b"
"""A regular expression for what people who write are called."""
_ROLES = frozenset(form for role in _WORDS["after_names"]["roles"] for form in (role, f"{role}s"))
_SMALL_WORD = re.compile(r"[a-z]+")
_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PARTICLE = r"(?:de|van|von|der|den|la|le|bin|al|el|di|da|du|dos|ter|ten|y)"
_WORD = rf"[{_UPPER}][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_NAME_WORD = re.compile(rf"(?:{_WORD}|{_PARTICLE}\b)(?![\w@])")
_COLLECTIVE_WORD = re.compile(rf"(?:[{_UPPER}][\w.'’&-]*\w|[{_UPPER}])(?![\w@])")
_OFFICE = re.compile(rf" +(?:{ROLE})", re.IGNORECASE)
_NEXT_NAME = re.compile(rf" *(?:,? +(?:and|And|AND|with) +|, +| *& *| *; *| *\| *)(?=[{_UPPER}])")
# Months that are given names, too: "Anna May Roe", but "Anna Roe May 3".
_MIDDLE_NAME = re.compile(r"(?:April|May|June|August) (?=[^\W\d_a-z])")
_SUFFIX = re.compile(r",? +(?:Jr\.?|Sr\.?|I{2,3})(?![\w])")


@dataclass(frozen=True, slots=True)
class FoundNames:
    """The names found from some place in a line on, and where the last one ends."""

    names: tuple[str, ...]
    end: int


@lru_cache(_N_KEPT_LINES)
def find_names(line: str, start: int) -> FoundNames | None:
    """Find the names of persons that stand at a place in a line, joined by "and" or commas.

    >>> find_names("Jane Roe Health editor, Daily Desk", 0)
    FoundNames(names=('Jane Roe',), end=8)
    """
    names: list[str] = []
    end = position = start
    while (found := _name_at(line, position)) is not None:
        name, end = found
        if name not in names:
            names.append(name)
        joint = _NEXT_NAME.match(line, end)
        if joint is None:
            break
        position = joint.end()
    return FoundNames(tuple(names), end) if names else None


def _name_at(line: str, start: int) -> tuple[str, int] | None:
    """The name of one person that begins at a place, and its end."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < MAX_NAME_WORDS and (match := _NAME_WORD.match(line, position)) is not None:
        if is_no_name(match.group()) and not (words and _MIDDLE_NAME.match(line, match.start())):
            break
        words.append((match.group(), match.end()))
        position = match.end()
        if line[position : position + 1] != " ":
            break
        position += 1
    words = _without_repeat(_without_office(line, words))
    if len(words) < 2 or not words[-1][0][:1].isupper() or all(len(word) <= 2 for word, _ in words):
        return None
    end = words[-1][1]
    suffix = _SUFFIX.match(line, end)
    end = end if suffix is None else suffix.end()
    return in_name_case(line[start:end].strip()), end


def is_no_name(word: str) -> bool:
    """Whether a capitalised word stands beside names in bylines and is no part of them."""
    word = word.rstrip(".")
    word = word.title() if word.isupper() and len(word) > 2 else word
    return word in NO_NAME or word.lower() in _ROLES


def has_role(line: str) -> bool:
    """Whether a line names what people who write are called.

    >>> has_role("Jane Roe, Health Editors"), has_role("Jane Roe edits")
    (True, False)
    """
    return not _ROLES.isdisjoint(_SMALL_WORD.findall(line.lower()))


def _without_office(line: str, words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The name without a word of it that begins an office: "Jane Roe Fashion" before "editor"."""
    if len(words) > 2 and _OFFICE.match(line, words[-1][1]):
        return words[:-1]
    return words


def _without_repeat(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """A name that is printed twice, as a picture's text and a link, once."""
    if len(words) == MAX_NAME_WORDS and words[0][0] == words[2][0] and words[1][0] == words[3][0]:
        return words[:2]
    return words


@lru_cache(_N_KEPT_LINES)
def find_collective(line: str, start: int) -> FoundNames | None:
    """Find the desk or service that signs in place of a person.

    >>> find_collective("Daily Desk Staff | 3 May", 0)
    FoundNames(names=('Daily Desk Staff',), end=16)
    >>> find_collective("Oslo Diary", 0)
    """
    shown = line[start : start + MAX_COLLECTIVE_CHARACTERS].lower()
    small_words = _SMALL_WORD.findall(shown)
    if _collective_words().isdisjoint(small_words) and not _begins_with_agency(line, start, small_words[:1]):
        return None
    words: list[re.Match[str]] = []
    position = start
    while len(words) < MAX_COLLECTIVE_WORDS and (match := _COLLECTIVE_WORD.match(line, position)) is not None:
        words.append(match)
        position = match.end() + 1
        if line[match.end() : position] != " ":
            break
    best: FoundNames | None = None
    for word in words:
        name = line[start : word.end()]
        if _is_collective(name):
            best = FoundNames((name,), word.end())
        elif best is not None:
            break
    return best


@cache
def _collective_words() -> frozenset[str]:
    return frozenset(word.lower() for word in _COLLECTIVE_WORDS)


def _begins_with_agency(line: str, start: int, first_word: list[str]) -> bool:
    return not _agency_words().isdisjoint(first_word) and _agency().match(line, start) is not None


@cache
def _agency_words() -> frozenset[str]:
    """The first words of the names of agencies, in small letters."""
    return frozenset(_SMALL_WORD.findall(name.lower())[0] for name in agency_names())


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?:{agency_pattern()})(?![\w-])", re.IGNORECASE)


def _is_collective(name: str) -> bool:
    words = name.split()
    if name in agency_names() or name.title() in agency_names():
        return True
    if len(words) < 2 or words[-1].title() not in _COLLECTIVE_WORDS:
        return False
    # "Latest News" is a section, "Staff Reports" and "Daily Desk Staff" are signatures.
    return words[-1].title() != "News" or not all(is_no_name(word) for word in words)


def in_name_case(name: str) -> str:
    """The name in usual letters: capitals throughout are a matter of type, not of the name."""
    return name.title() if name.isupper() else name


def is_full_name(line: str) -> bool:
    """Whether the line is the name of one person and nothing more.

    >>> is_full_name("Jane Q. Roe"), is_full_name("Latest News"), is_full_name("Oslo")
    (True, False, False)
    """
    if len(line) > 45 or not line[:1].isupper():
        return False
    found = find_names(line, 0)
    return found is not None and found.end == len(line) and len(found.names) == 1
