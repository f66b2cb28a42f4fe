"""What readers wrote below the article, known by the heading above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemas.vocabulary import JunkFamily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.verdict import Verdict

# Headings below which nobody has written anything: none yet, closed, or a form to write in.
_NOTHING_BELOW = re.compile(
    r"""
    \W* (?: no | post | add | leave | write | join | be\ the\ first | your | have\ your | view | show )\b
    | .* \b (?: closed | log\ in | logged\ in | javascript ) \b
    | .* \( 0 \)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The rule that knows "Anonymous said...".
COMMENTER = "comment_header"
# So many unpunctuated lines one after the other are headlines, not comments.
MIN_LIST_LINES = 3
# What a comment is surrounded with, and does not end the comments.
_AMONG_COMMENTS = frozenset({JunkFamily.TIMESTAMP, JunkFamily.SEPARATOR, JunkFamily.SHARE_TOOLS})


def find_comments(candidates: Sequence[Candidate], last: int) -> frozenset[int]:
    """Find the lines that no rule knows and that stand under a heading of comments below the article.

    `last` is the position of the article's last paragraph.

    The comments end with the first line that is known for anything else, and where a list of
    unpunctuated lines begins: other stories.
    """
    found: set[int] = set()
    waiting: list[int] = []  # unpunctuated lines: comments if a sentence or the next comment follows
    is_open = False
    for position in range(last + 1, len(candidates)):
        candidate = candidates[position]
        if candidate.verdict is not None:
            if is_open and candidate.verdict.junk_family is JunkFamily.COMMENTS:
                found.update(waiting)
            is_open = _stays_open(candidate, candidate.verdict, is_open=is_open)
        elif is_open and candidate.shape.ends_sentence:
            found.update((*waiting, position))
        elif is_open:
            waiting.append(position)
            is_open = len(waiting) < MIN_LIST_LINES
            continue
        waiting = []
    return frozenset(found)


def is_comment(candidates: Sequence[Candidate], position: int) -> bool:
    """Whether a line stands right below a commenter's name, and that below another line about comments."""
    if position < 1:
        return False
    above = candidates[position - 1].verdict
    return (above is not None and above.rule == COMMENTER) and any(
        candidate.verdict is not None and candidate.verdict.junk_family is JunkFamily.COMMENTS
        for candidate in candidates[: position - 1]
    )


def _stays_open(candidate: Candidate, verdict: Verdict, *, is_open: bool) -> bool:
    """Whether comments may follow a line that is known for what it is."""
    if verdict.junk_family is JunkFamily.COMMENTS:
        return _NOTHING_BELOW.match(candidate.text) is None
    return is_open and verdict.junk_family in _AMONG_COMMENTS
