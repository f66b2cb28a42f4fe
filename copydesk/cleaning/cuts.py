"""Cuts what is not body off body blocks: datelines, credits, "READ MORE" glued to a paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.assemble import Part
from copydesk.cleaning.credits import MAX_CREDIT_CHARACTERS, find_credit
from copydesk.cleaning.datelines import MAX_DATELINE_CHARACTERS, Dateline, find_dateline
from copydesk.cleaning.verdict import CERTAIN, LIKELY, Verdict, junk
from copydesk.spans import stripped
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.blocks import Block

# A paragraph is looked at when repeats are searched, when it is cut, and once more when its text is judged.
_N_KEPT_ENDS = 512
# In capitals only: "read more" is also something that people do.
_GLUED_START = re.compile(
    r"""
    \s* (?: READ\ MORE | ADVERTISEMENT | Advertisement ) [\s:]*
    (?= [A-Z“"'‘][a-z'’]+ \s+ [a-z] )   # a sentence begins; "READ MORE Books" is a headline
    """,
    re.VERBOSE,
)
_GLUED_END = re.compile(
    r"""
    (?<= [.!?"”’] ) \s*                  # the sentence is over
    (?: READ\ MORE | Read\ more | ADVERTISEMENT | Advertisement | Continue\ reading ) [\s.…»>]* $
    """,
    re.VERBOSE,
)


def cut_blocks(blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> tuple[Part, ...]:
    """The blocks as parts, one each, save that body blocks may fall into several."""
    parts: list[Part] = []
    is_first = True
    for block, verdict in zip(blocks, verdicts, strict=True):
        if verdict.is_body:
            parts += _cut_body(block, verdict, is_first=is_first)
            is_first = False
        else:
            parts += _part(block, 0, len(block.text), verdict)
    return tuple(parts)


def without_cuts(text: str) -> str:
    """The text without what would be cut off it, were it the first paragraph of a body.

    >>> without_cuts("OSLO (AP) -- Talks go on. READ MORE")
    'Talks go on.'
    """
    head, tail = _head(text, is_first=True), _tail(text)
    start = 0 if head is None else head[0]
    end = len(text) if tail is None or tail[0] <= start else tail[0]
    return text[start:end]


def without_glued(text: str) -> str:
    """The text without a button that is glued to its sentences.

    >>> without_glued("Talks go on. READ MORE"), without_glued("READ MORE")
    ('Talks go on.', 'READ MORE')
    """
    # Most lines have none of these, and need not be searched.
    if not ("MORE" in text or "more" in text or "DVERT" in text or "dvert" in text or "reading" in text):
        return text
    start = _GLUED_START.match(text)
    end = _GLUED_END.search(text)
    return text[start.end() if start else 0 : end.start() if end else len(text)]


def _cut_body(block: Block, verdict: Verdict, *, is_first: bool) -> tuple[Part, ...]:
    before: tuple[Part, ...] = ()
    start, end = 0, len(block.text)
    head, tail = _head(block.text, is_first=is_first), _tail(block.text)
    if head is not None:
        start, head_verdict = head
        before = _part(block, 0, start, head_verdict)
    if tail is None or tail[0] <= start:
        return before + _part(block, start, end, verdict)
    return before + _part(block, start, tail[0], verdict) + _part(block, tail[0], end, tail[1])


def _head(text: str, *, is_first: bool) -> tuple[int, Verdict] | None:
    """Where the first sentence begins, and what stands before it."""
    n_blank = len(text) - len(text.lstrip())
    dateline = _dateline_of(text[n_blank : n_blank + MAX_DATELINE_CHARACTERS])
    # A round-up has several; what only may be one is believed at the start of the article alone.
    if dateline is not None and (is_first or dateline.is_certain):
        certainty = CERTAIN if dateline.is_certain else LIKELY
        return n_blank + dateline.end, Verdict(SegmentLabel.DATELINE, "dateline", certainty)
    glued = _GLUED_START.match(text)
    return None if glued is None else (glued.end(), junk(JunkFamily.READ_MORE, "glued_read_more", LIKELY))


@lru_cache(_N_KEPT_ENDS)
def _dateline_of(beginning: str) -> Dateline | None:
    return find_dateline(beginning)


def _tail(text: str) -> tuple[int, Verdict] | None:
    """Where the last sentence ends, and what stands after it."""
    offset = max(len(text) - MAX_CREDIT_CHARACTERS, 0)
    tail = _tail_of(text[offset:])
    return None if tail is None else (offset + tail[0], tail[1])


@lru_cache(_N_KEPT_ENDS)
def _tail_of(text: str) -> tuple[int, Verdict] | None:
    credit = find_credit(text)
    if credit is not None:
        return credit.start, Verdict(SegmentLabel.CREDIT, "closing_credit", CERTAIN)
    offset = max(len(text) - 60, 0)
    glued = _GLUED_END.search(text[offset:])
    return (
        None
        if glued is None
        else (offset + glued.start(), junk(JunkFamily.READ_MORE, "glued_read_more", LIKELY))
    )


def _part(block: Block, start: int, end: int, verdict: Verdict) -> tuple[Part, ...]:
    span = stripped(block.text, start, end)
    return () if span is None else (Part(block, span, verdict),)
