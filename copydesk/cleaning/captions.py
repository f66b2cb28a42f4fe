"""Lines under pictures: those that a credit marks, and those known by place and looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.shape import line_shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.junk.lines import JoinedLines

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
# Every line that is marked has one of these, in small letters.
_PIECES_OF_MARKS = ("photo", "pic", "image", "credit", "illustration", "media")
MAX_CAPTION_CHARACTERS = 400
MIN_SENTENCE_WORDS = 5
_SMALL_WORD = re.compile(r"\s[a-z]+\s")
# A run of capitalised words at the start: somebody's name and office.
_NAME_START = re.compile(r"(?:[A-Z][\w.'’-]* ){1,6}[A-Z][\w.'’-]*")


def find_marked_captions(page: JoinedLines) -> Iterator[int]:
    """The positions of the lines that a picture credit in them marks as captions."""
    possible = {no for piece in _PIECES_OF_MARKS for no in page.having(piece)}
    return (no for no in possible if is_marked_caption(page.lines[no]))


def is_marked_caption(line: str) -> bool:
    """Whether a picture credit in the line marks it as a caption.

    >>> is_marked_caption("Solar cells can replace windows Photo credit: Jane Roe")
    True
    >>> is_marked_caption("The photo was taken by a passer-by.")
    False
    """
    return len(line) <= MAX_CAPTION_CHARACTERS and any(pattern.fullmatch(line) for pattern in _MARKED)


def looks_like_caption(line: str) -> bool:
    """Whether an unpunctuated line reads like one about who is in a picture.

    >>> looks_like_caption("Jane Roe met John Doe on the steps of the ministry")
    True
    >>> looks_like_caption("Identify problems before they become disasters")
    False
    """
    return _NAME_START.match(line) is not None and reads_like_sentence(line)


def find_caption_lines(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The positions of lines of which two cling to each other as the lines under a picture do.

    Paragraphs of such a page stand apart; the first of the two says who is in the picture, and
    neither ends like a sentence.
    """
    apart = [candidate.block.follows_blank for candidate in candidates]
    if all(apart):
        return frozenset()
    return frozenset(
        line
        for no in range(len(candidates) - 2)
        if apart[no] and not apart[no + 1] and apart[no + 2] and _are_caption(*candidates[no : no + 2])
        for line in (no, no + 1)
    )


def _are_caption(line: Candidate, below: Candidate) -> bool:
    if below.verdict is not None or line.verdict is not None:
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
