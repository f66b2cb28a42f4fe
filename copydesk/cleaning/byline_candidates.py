"""The lines of a page that may name its authors, and what speaks for each by its words.

Which of them to believe is for `page_bylines.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.author_names import find_collective, find_names, has_role, is_full_name
from copydesk.cleaning.bylines import (
    MAX_BYLINE_CHARACTERS,
    byline_names,
    inner_byline_names,
    leading_names,
    name_before_date,
)
from copydesk.cleaning.dates import may_hold_date
from copydesk.cleaning.page_outline import lines_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.page_outline import Outline

# A name that nothing announces is looked at only where authors are named.
MIN_UNSIGNED_PLACE = 1.0
# Other places weigh less than that.
LINES_BEFORE = 16
LINES_BEHIND = 14
# What it speaks for a line that the line model is sure of.
SCORED = 3.0
# What kind of line it is.
SIGNED = 4.0
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
# Who is named again and again in the article is a person of the story.
_IN_STORY = -2.5
_DEEP_IN_BODY = -2.0
MAX_LINES_FROM_EDGE = 3
MAX_NAME_LINES = 6
MAX_ROLE_WORDS = 8
# A word alone that is no name of a person signs only right below the title, above a date.
MIN_HANDLE_PLACE = 4.0
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
_STAMP_WORDS = frozenset({
    "posted", "published", "submitted", "written", "filed", "updated", "created", "reviewed",  # what was done
    "on", "read",  # "on 3 May", "5 min read"
})  # fmt: skip
_AGO = re.compile(r"\b\d+ ?(?:min|hour|day|week|month|year)s?\b", re.IGNORECASE)
_PORTRAIT = re.compile(
    r"""[ ]+ (?:is|was|are|has[ ]been|covers|writes|works)\b .{0,100}      # "is a reporter in Oslo"
    """,
    re.VERBOSE,
)
_PORTRAIT_HINT = re.compile(r" (?:is|was|are|has|covers|writes|works) ")
MAX_PORTRAIT_NAME_CHARACTERS = 80
# Names of those who took pictures, held rights or said something in a comment.
_NOT_AUTHOR_SIGNS = (
    "photo", "picture", "image", "getty", "courtesy", "illustrat", "graphic", "copyright", "video", "edited",
    "says:", "translat", "fact-check", "fact check", "medically", "powered", "sponsored", "presented",
    "hosted", "produced", "designed", "©", " pic ",
)  # fmt: skip
_BY = re.compile(r"[Bb][Yy]\b(?<!\w..)")
# Two words with capitals, or one and a particle.
_BEGINS_LIKE_NAME = re.compile(
    r"""
    [^\W\d_a-z] [\w.'’-]* \s                                              # a capital
    (?: [^\W\d_a-z] | (?:de|van|von|der|den|al|el|bin|di|da|du|ter)\s )
    """,
    re.VERBOSE,
)
# What the lines that `_BEGINS_SIGNED` knows begin with.
_SIGNED_STARTS = frozenset(
    form
    for start in ("by", "st", "wr", "po", "wo", "ar", "re", "te", "pu", "cr", "au", "co")
    for form in (start, start.title(), start.upper())
)
_BEGINS_SIGNED = re.compile(
    r"""
    (?: (?: story | written | posted | words | article | review | text | writer | published
      | created )[ ] )? by
    | report | author | writer | contributor                               # a word alone may announce a name
    """,
    re.IGNORECASE | re.VERBOSE,
)
_JOINT_LINES = frozenset({"and", "&", ",", "with", "|"})
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """Names on a line, and what its words and neighbours speak for their being the authors'."""

    position: int
    names: tuple[str, ...]
    weight: float


def byline_candidates(outline: Outline) -> Iterator[BylineCandidate]:
    """Find the lines that may name the authors; titles never do."""
    for position in _positions(outline):
        line = outline.lines[position]
        if len(line) > MAX_BYLINE_CHARACTERS:
            yield from _portrait(position, line)
        elif line[:2] in _SIGNED_STARTS and _BEGINS_SIGNED.match(line) is not None:
            if names := _signed_names(outline, position):
                yield BylineCandidate(position, names, SIGNED)
        elif (" by" in line or "By" in line or "BY" in line) and _BY.search(line) is not None:
            if _is_stamp(line) and not _is_of_others(line) and (names := inner_byline_names(line)):
                yield BylineCandidate(position, names, _SIGNED_INSIDE)
        elif _BEGINS_LIKE_NAME.match(line) is not None:
            yield from _unsigned(outline, position, line)


def _positions(outline: Outline) -> list[int]:
    """The lines worth a look: with the word "by" anywhere, all others near title, article and its end."""
    lines, n_lines = outline.lines, len(outline.lines)
    near = {position for position, score in enumerate(outline.byline_scores) if score > 0.0}
    for first, last in (
        *((title - LINES_BEFORE, title + LINES_BEHIND) for title in outline.titles),
        (outline.body_first - LINES_BEFORE, outline.body_first + MAX_LINES_FROM_EDGE),
        (outline.body_last - MAX_LINES_FROM_EDGE, outline.body_last + LINES_BEHIND),
    ):
        near.update(range(max(first, 0), min(last + 1, n_lines)))
    chosen = {position for position in near if lines[position][:1].isupper()}
    chosen.update([position for position, line in enumerate(lines) if line[:2] in _SIGNED_STARTS])
    chosen.update(lines_with(lines, _BY, MAX_BYLINE_CHARACTERS))
    chosen.difference_update(outline.titles)
    first_near_end = outline.body_last - MAX_LINES_FROM_EDGE
    return sorted(
        [
            position
            for position in chosen
            if len(lines[position]) <= MAX_BYLINE_CHARACTERS or position > first_near_end
        ]
    )


def score_weight(outline: Outline, position: int) -> float:
    """What the line model says for a line, if it was asked."""
    return SCORED * outline.byline_scores[position] if outline.byline_scores else 0.0


def _signed_names(outline: Outline, position: int) -> tuple[str, ...]:
    line = outline.lines[position]
    if _LABEL.fullmatch(line) is not None:
        return _names_below(outline, position + 1)
    return byline_names(line)


def _is_stamp(line: str) -> bool:
    return may_hold_date(line) or not _STAMP_WORDS.isdisjoint(_WORD.findall(line.lower()))


def _is_of_others(line: str) -> bool:
    """Whether a line is about those who took pictures, held rights or commented."""
    lowered = line.lower()
    return any(sign in lowered for sign in _NOT_AUTHOR_SIGNS)


def _unsigned(outline: Outline, position: int, line: str) -> Iterator[BylineCandidate]:
    """A line that begins with a name which nothing announces."""
    place = outline.place_weight(position)
    if place + score_weight(outline, position) < MIN_UNSIGNED_PLACE or _is_of_others(line):
        return
    if place >= MIN_HANDLE_PLACE and (handle := name_before_date(line)):
        yield BylineCandidate(position, (handle,), _WITH_DATE)
        return
    if _is_name(line):
        name = line.title() if is_full_name(line) and line.isupper() else line
        yield BylineCandidate(position, (name,), _alone_weight(outline, position, line))
        return
    yield from _portrait(position, line)
    names = leading_names(line)
    if not names:
        return
    if may_hold_date(line) or _AGO.search(line) is not None:
        yield BylineCandidate(position, names, _WITH_DATE)
    elif has_role(line) and not line.endswith("."):
        yield BylineCandidate(position, names, _WITH_ROLE + _story_weight(outline, position, names[0]))
    elif len(line.split()) <= MAX_ROLE_WORDS:
        yield BylineCandidate(position, names, _beside_weight(outline, position, line))


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
    if len(above) <= MAX_BYLINE_CHARACTERS and _is_of_others(above):
        weight -= _BESIDE_STAMP
    if (above != line and _is_name(above)) or _is_name(below):
        weight += _AMONG_NAMES
    if _is_short_stamp(above) or _is_short_stamp(below):
        weight += _BESIDE_STAMP
    if _ABOUT_AUTHOR.fullmatch(above) is not None:
        weight += _BELOW_ABOUT
    is_office_below = len(below) <= MAX_BYLINE_CHARACTERS and len(below.split()) <= MAX_ROLE_WORDS
    if (is_office_below and has_role(below)) or below.startswith(line):
        weight += _BESIDE_ROLE
    return weight


def _is_short_stamp(line: str) -> bool:
    return len(line) <= MAX_BYLINE_CHARACTERS // 2 and may_hold_date(line)


def _story_weight(outline: Outline, position: int, name: str) -> float:
    """What the article says of the person, and whether the name stands deep in it."""
    inside = range(outline.body_first, outline.body_last + 1)
    n_named = sum([line.count(name) for line in outline.lines[inside.start : inside.stop]])
    weight = _IN_STORY if n_named - (position in inside) > 1 else 0.0
    first, last = inside.start + MAX_LINES_FROM_EDGE, outline.body_last - MAX_LINES_FROM_EDGE
    return weight + (_DEEP_IN_BODY if first < position < last else 0.0)


def _portrait(position: int, line: str) -> Iterator[BylineCandidate]:
    """What authors' boxes say: "Jane Roe is a reporter in Oslo"."""
    if not line[0].isupper() or _PORTRAIT_HINT.search(line, 0, MAX_PORTRAIT_NAME_CHARACTERS) is None:
        return
    found = find_names(line, 0)
    match = None if found is None else _PORTRAIT.match(line, found.end)
    if found is not None and match is not None and has_role(match.group()):
        yield BylineCandidate(position, found.names, _SELF_PORTRAIT)


def _names_below(outline: Outline, start: int) -> tuple[str, ...]:
    """The names on the next lines, one or more a line, up to the first that is something else."""
    names: list[str] = []
    for line in outline.lines[start : start + MAX_NAME_LINES]:
        if line.lower() in _JOINT_LINES:
            continue
        below = (line,) if _is_name(line) else leading_names(line)
        if not below:
            break
        names.extend(name.title() if name.isupper() and is_full_name(name) else name for name in below)
        if not _is_name(line) and not has_role(line):
            break
    return tuple(dict.fromkeys(names))
