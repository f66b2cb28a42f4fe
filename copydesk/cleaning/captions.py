"""Lines under pictures: those that a credit marks, and those known by place and looks."""

from __future__ import annotations

import re

from copydesk.cleaning.junk.rule import small_letters
from copydesk.cleaning.shape import line_shape

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


def reads_like_sentence(line: str) -> bool:
    """Whether a line has the words of a sentence, a full stop or not: the second line of a caption.

    >>> reads_like_sentence("The two had not met since the elections"), reads_like_sentence("Latest video")
    (True, False)
    """
    shape = line_shape(line)
    has_grammar = shape.n_function_words >= 1 and _SMALL_WORD.search(line) is not None
    return has_grammar and shape.n_words >= MIN_SENTENCE_WORDS and not shape.ends_open
