"""Lines under pictures: those that a credit marks, and those known by place and looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.junk.rule import small_letters
from copydesk.cleaning.shape import line_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate

_PICTURE = r"""
    (?: photo(?:graph)?s? | pic(?:ture)? | images? | file\ photo | photo\ credit | credit | illustration
      | getty\ images )
"""
_MARKED = (
    re.compile(
        rf"""
        .{{0,300}} (?: ^ | [\s(] ) {_PICTURE} (?: \s+ (?:by|courtesy) )?
        \s* [:/©] \s* \S.{{0,60}}           # a colon and the name of the library
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        r"""
        .{0,300} (?: ^ | [\s(.] ) (?: Photo | PHOTO | Photograph | Picture | Image ) s?
        \ (?:by|courtesy)\ .{0,60}          # the photographer by name
        """,
        re.VERBOSE,
    ),
    re.compile(
        r"""
        .{0,300} \( [^()]{0,30} (?: Photo | Images? ) \b [^()]{0,40} \) \.?   # the agency in brackets
        """,
        re.VERBOSE,
    ),
    re.compile(
        r"""
        (?: [A-Z]{2,4} | Getty | Reuters ) [ /]? (?: Photo | Images? | PHOTO ) \b .{0,40}   # AP Photo
        """,
        re.VERBOSE,
    ),
    re.compile(r"(?:Image|Photo|Picture) \d+ (?:of|for|from) .{0,80}"),
    re.compile(r"(?:image|media) ?caption:? ?.{1,300}", re.IGNORECASE),
)
# Every line that is marked has one of these, in whatever letters.
_MARKS = ("photo", "pic", "image", "credit", "illustration", "media")
MAX_CAPTION_CHARACTERS = 400
MIN_SENTENCE_WORDS = 5
_SMALL_WORD = re.compile(r"\s[a-z]+\s")
# A run of capitalised words at the start: somebody's name and office.
_NAME_START = re.compile(r"(?:[A-Z][\w.'’-]* ){1,6}[A-Z][\w.'’-]*")


def is_marked_caption(line: str) -> bool:
    """Whether a picture credit in the line marks it as a caption.

    >>> is_marked_caption("Solar cells can replace windows Photo credit: Jane Roe")
    True
    >>> is_marked_caption("The photo was taken by a passer-by.")
    False
    """
    if len(line) > MAX_CAPTION_CHARACTERS:
        return False
    small = small_letters(line)
    if not any(mark in small for mark in _MARKS):
        return False
    return any(pattern.fullmatch(line) for pattern in _MARKED)


def looks_like_caption(line: str) -> bool:
    """Whether an unpunctuated line reads like one about who is in a picture.

    >>> looks_like_caption("Jane Roe met John Doe on the steps of the ministry")
    True
    >>> looks_like_caption("Identify problems before they become disasters")
    False
    """
    return _NAME_START.match(line) is not None and reads_like_sentence(line)


def is_in_caption(candidates: Sequence[Candidate], position: int) -> bool:
    """Whether a line is one of two that cling to each other as the lines under a picture do.

    Paragraphs of such a page stand apart; the first of the two says who is in the picture, and
    neither ends like a sentence.
    """
    return _begins_caption(candidates, position) or _begins_caption(candidates, position - 1)


def _begins_caption(candidates: Sequence[Candidate], position: int) -> bool:
    if position < 0 or position + 2 >= len(candidates):
        return False
    line, below, after = candidates[position : position + 3]
    stands_apart = line.block.follows_blank and not below.block.follows_blank and after.block.follows_blank
    if not stands_apart or below.verdict is not None or line.verdict is not None:
        return False
    is_open = not line.shape.ends_sentence and not below.shape.ends_sentence
    return is_open and looks_like_caption(line.text) and reads_like_sentence(below.text)


def reads_like_sentence(line: str) -> bool:
    """Whether a line has the words of a sentence, a full stop or not: the second line of a caption.

    >>> reads_like_sentence("The two had not met since the elections"), reads_like_sentence("Latest video")
    (True, False)
    """
    shape = line_shape(line)
    has_grammar = shape.n_function_words >= 1 and _SMALL_WORD.search(line) is not None
    return has_grammar and shape.n_words >= MIN_SENTENCE_WORDS and not shape.ends_open
