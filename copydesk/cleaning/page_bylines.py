"""Which line of a page names the authors: every line that may is weighed by its words and its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.author_names import ROLE, find_collective, find_names, is_full_name
from copydesk.cleaning.bylines import (
    MAX_BYLINE_CHARACTERS,
    byline_names,
    inner_byline_names,
    leading_names,
)
from copydesk.cleaning.dates import may_hold_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.page_outline import Outline

MIN_WEIGHT = 4.5
# A name that nothing announces is looked at only where authors are named.
MIN_UNSIGNED_PLACE = 1.0
# What it speaks for a line that the line model is sure of.
_SCORED = 3.0
# What kind of line it is.
_SIGNED = 4.0
# A page that is signed by one and nobody else, wherever.
_ONLY_SIGNED = 1.0
_SIGNED_INSIDE = 3.0
_WITH_DATE = 2.5
_WITH_ROLE = 2.0
_ALONE = 0.0
_SELF_PORTRAIT = 3.0
# Beside a date, an office or the words "About the author" a name alone is more than that.
_BESIDE_STAMP = 2.0
_BESIDE_ROLE = 1.5
_BELOW_ABOUT = 2.5
_AMONG_NAMES = -1.5
_ALL_COMMON = -4.0
_SOME_COMMON = -0.5
# Who is named again and again in the article is a person of the story.
_IN_STORY = -2.5
_DEEP_IN_BODY = -2.0
MAX_LINES_FROM_EDGE = 3
MAX_REPEATS_COUNTED = 2
_REPEATED = 0.5
MAX_NAME_LINES = 6
_LABEL = re.compile(
    r"""
    (?: (?: story | written | posted | words | reported | review(?:ed)? | article | published | text
      | created )\ + )? by :?
  | (?: authors? | writers? | reporters? | article\ authors? | by\ line | byline
      | author\ of\ the\ article | contributors? ) :?                     # alone above the name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT_AUTHOR = re.compile(
    r"(?:about|meet|more[ ]from)\b .{0,14} \b(?:author|writer|contributor)s?\b :?   # a heading",
    re.IGNORECASE | re.VERBOSE,
)
_STAMP_WORDS = re.compile(
    r"""
    \b(?: posted | published | submitted | written | filed | updated | created | reviewed   # what was done
      | on | read )\b                                                        # "on 3 May", "5 min read"
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AGO = re.compile(r"\b\d+ ?(?:min|hour|day|week|month|year)s?\b", re.IGNORECASE)
_ROLE = re.compile(rf"\b{ROLE}", re.IGNORECASE)
MAX_ROLE_WORDS = 8
_PORTRAIT = re.compile(
    rf"[ ]+ (?:is|was|are|has[ ]been|covers|writes|works)\b (?: .{{0,80}} \b{ROLE} )?   # is a reporter",
    re.IGNORECASE | re.VERBOSE,
)
_PORTRAIT_HINT = re.compile(r" (?:is|was|are|has|covers|writes|works) ")
MAX_PORTRAIT_NAME_CHARACTERS = 80
# Names of those who took pictures, held rights or said something in a comment.
_NOT_AUTHOR = re.compile(
    r"""
    \b(?: photo | picture | pic\b | image | getty | courtesy | illustrat | graphic | copyright | video
      | edited | says: | translat | fact.checked | medically | powered | sponsored | presented | hosted
      | produced | designed ) | ©                                          # and rights
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BY = re.compile(r"\b[Bb][Yy]\b")
# Two words with capitals, or one and a particle.
_BEGINS_LIKE_NAME = re.compile(
    r"""
    [^\W\d_a-z] [\w.'’-]* \s                                              # a capital
    (?: [^\W\d_a-z] | (?:de|van|von|der|den|al|el|bin|di|da|du|ter)\s )
    """,
    re.VERBOSE,
)
# What the lines that `_BEGINS_SIGNED` knows begin with.
_SIGNED_STARTS = tuple(
    form
    for start in (
        "by",
        "story",
        "writ",
        "post",
        "words",
        "art",
        "rev",
        "text",
        "publ",
        "creat",
        "rep",
        "auth",
        "con",
    )
    for form in (start, start.title(), start.upper())
)
_JOINT_LINE = re.compile(r"(?:and|&|,|with|\|)", re.IGNORECASE)
_BEGINS_SIGNED = re.compile(
    r"""
    (?: (?: story | written | posted | words | article | review | text | writer | published
      | created )[ ] )? by
    | report | author | writer | contributor                               # a word alone may announce a name
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    position: int
    names: tuple[str, ...]
    weight: float


def find_page_byline(outline: Outline) -> tuple[str, ...]:
    """Find the authors that a page names; empty if no line names them where authors are named."""
    candidates = [
        candidate for candidate in _candidates(outline) if not _is_in_title(outline, candidate.names[0])
    ]
    repeats = Counter(candidate.names[0].casefold() for candidate in candidates)
    signed = {candidate.names for candidate in candidates if candidate.weight == _SIGNED}
    text = f" {' '.join(outline.lines)} "
    weights = [
        candidate.weight
        + outline.place_weight(candidate.position)
        + _score_weight(outline, candidate.position)
        + _REPEATED * min(repeats[candidate.names[0].casefold()] - 1, MAX_REPEATS_COUNTED)
        + (_ONLY_SIGNED if signed == {candidate.names} else 0.0)
        + (0.0 if candidate.weight == _SIGNED else _common_weight(candidate.names[0], text))
        for candidate in candidates
    ]
    best = max(range(len(candidates)), key=weights.__getitem__, default=None)
    return () if best is None or weights[best] < MIN_WEIGHT else candidates[best].names


def _score_weight(outline: Outline, position: int) -> float:
    """What the line model says for a line, if it was asked."""
    return _SCORED * outline.byline_scores[position] if outline.byline_scores else 0.0


def _common_weight(name: str, text: str) -> float:
    """What it says against a name that the page also has its words in small letters: "Get Started"."""
    words = name.split()
    n_common = sum(f" {word.lower()} " in text for word in words)
    return _ALL_COMMON if n_common == len(words) else _SOME_COMMON * n_common


def _is_in_title(outline: Outline, name: str) -> bool:
    return any(name in outline.lines[position] for position in outline.titles)


def _candidates(outline: Outline) -> Iterator[_Candidate]:
    for position, line in enumerate(outline.lines):
        if len(line) > MAX_BYLINE_CHARACTERS:
            if position > outline.body_last - MAX_LINES_FROM_EDGE:
                yield from _portrait(position, line)
            continue
        if line and position not in outline.titles:
            yield from _line_candidates(outline, position, line)


def _line_candidates(outline: Outline, position: int, line: str) -> Iterator[_Candidate]:
    if line.startswith(_SIGNED_STARTS) and _BEGINS_SIGNED.match(line) is not None:
        names = _signed_names(outline, position)
        if names:
            yield _Candidate(position, names, _SIGNED)
    elif (" by" in line or "By" in line or "BY" in line) and _BY.search(line) is not None:
        if _is_stamp(line) and _NOT_AUTHOR.search(line) is None and (names := inner_byline_names(line)):
            yield _Candidate(position, names, _SIGNED_INSIDE)
    elif (
        _BEGINS_LIKE_NAME.match(line) is not None
        and outline.place_weight(position) + _score_weight(outline, position) >= MIN_UNSIGNED_PLACE
        and _NOT_AUTHOR.search(line) is None
    ):
        yield from _unsigned(outline, position, line)


def _signed_names(outline: Outline, position: int) -> tuple[str, ...]:
    line = outline.lines[position]
    if _LABEL.fullmatch(line) is not None:
        return _names_below(outline, position + 1)
    return byline_names(line)


def _is_stamp(line: str) -> bool:
    return may_hold_date(line) or _STAMP_WORDS.search(line) is not None


def _unsigned(outline: Outline, position: int, line: str) -> Iterator[_Candidate]:
    """A line that begins with a name which nothing announces."""
    if _is_name(line):
        name = line.title() if is_full_name(line) and line.isupper() else line
        yield _Candidate(position, (name,), _alone_weight(outline, position, line))
        return
    yield from _portrait(position, line)
    names = leading_names(line)
    if names and (may_hold_date(line) or _AGO.search(line) is not None):
        yield _Candidate(position, names, _WITH_DATE)
    elif names and _ROLE.search(line) is not None and not line.endswith("."):
        yield _Candidate(position, names, _WITH_ROLE + _story_weight(outline, position, names[0]))
    elif names and len(line.split()) <= MAX_ROLE_WORDS:
        yield _Candidate(position, names, _beside_weight(outline, position, line))


def _is_name(line: str) -> bool:
    if is_full_name(line):
        return True
    desk = find_collective(line, 0)
    return desk is not None and desk.end == len(line)


def _alone_weight(outline: Outline, position: int, line: str) -> float:
    """How much speaks for a name on a line of its own."""
    weight = _ALONE + _story_weight(outline, position, line)
    return weight + _beside_weight(outline, position, line)


def _beside_weight(outline: Outline, position: int, line: str) -> float:
    """How much the lines above and below speak for a name."""
    weight = 0.0
    lines = outline.lines
    above = lines[position - 1] if position else ""
    below = next((other for other in lines[position + 1 : position + 3] if other != line), "")
    if _NOT_AUTHOR.search(above) is not None:
        weight -= _BESIDE_STAMP
    if (above != line and _is_name(above)) or _is_name(below):
        weight += _AMONG_NAMES
    if _is_short_stamp(above) or _is_short_stamp(below):
        weight += _BESIDE_STAMP
    if _ABOUT_AUTHOR.fullmatch(above) is not None:
        weight += _BELOW_ABOUT
    is_office_below = len(below.split()) <= MAX_ROLE_WORDS and _ROLE.search(below) is not None
    if is_office_below or below.startswith(line):
        weight += _BESIDE_ROLE
    return weight


def _is_short_stamp(line: str) -> bool:
    return len(line) <= MAX_BYLINE_CHARACTERS // 2 and may_hold_date(line)


def _story_weight(outline: Outline, position: int, name: str) -> float:
    """What the article says of the person, and whether the name stands deep in it."""
    inside = range(outline.body_first, outline.body_last + 1)
    text = "\n".join(outline.lines[inside.start : inside.stop])
    n_named = text.count(name) - (position in inside)
    weight = _IN_STORY if n_named > 1 else 0.0
    first, last = inside.start + MAX_LINES_FROM_EDGE, outline.body_last - MAX_LINES_FROM_EDGE
    return weight + (_DEEP_IN_BODY if first < position < last else 0.0)


def _portrait(position: int, line: str) -> Iterator[_Candidate]:
    """What authors' boxes say: "Jane Roe is a reporter in Oslo"."""
    if not line[0].isupper() or _PORTRAIT_HINT.search(line, 0, MAX_PORTRAIT_NAME_CHARACTERS) is None:
        return
    found = find_names(line, 0)
    match = None if found is None else _PORTRAIT.match(line, found.end)
    if found is not None and match is not None and _ROLE.search(match.group()) is not None:
        yield _Candidate(position, found.names, _SELF_PORTRAIT)


def _names_below(outline: Outline, start: int) -> tuple[str, ...]:
    """The names on the next lines, one or more a line, up to the first that is something else."""
    names: list[str] = []
    for line in outline.lines[start : start + MAX_NAME_LINES]:
        if _JOINT_LINE.fullmatch(line) is not None:
            continue
        below = (line,) if _is_name(line) else leading_names(line)
        if not below:
            break
        names.extend(name.title() if name.isupper() and is_full_name(name) else name for name in below)
        if not _is_name(line) and _ROLE.search(line) is None:
            break
    return tuple(dict.fromkeys(names))
