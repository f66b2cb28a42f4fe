"""A second look: the article that was found, judged by itself, until nothing more falls out of it.

What the second cleaning of a text would drop is dropped in the first, so that cleaning twice is cleaning
once, whatever the line model makes of lines whose neighbours are gone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.cleaning.blocks import Block
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.classify import MODEL, classify_lines, holds_alone
from copydesk.cleaning.cuts import cut_blocks
from copydesk.cleaning.verdict import Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.assemble import Part
    from copydesk.cleaning.candidate import Candidate
    from copydesk.records import RawRecord

# Articles settle at the first or second look; a page made to fall apart line by line must not take hours.
MAX_LOOKS = 8


def settle(
    record: RawRecord, candidates: Sequence[Candidate], verdicts: Sequence[Verdict]
) -> tuple[Part, ...]:
    """Cut the lines into parts, and take out of the body what does not hold without its neighbours.

    The lines of web pages have their markup to hold them, which the text alone has lost: they are
    looked at once.
    """
    settled = list(verdicts)
    blocks = [candidate.block for candidate in candidates]
    is_web_page = any(line.markup is not None for line in record.lines)
    for _ in range(MAX_LOOKS):
        parts = cut_blocks(blocks, settled)
        fallen = {} if is_web_page else _fallen(parts, candidates)
        if not fallen:
            break
        settled = [fallen.get(id(block), verdict) for block, verdict in zip(blocks, settled, strict=True)]
    return parts


def _fallen(parts: Sequence[Part], candidates: Sequence[Candidate]) -> Mapping[int, Verdict]:
    """The verdicts on paragraphs that are none when the text is judged alone, by identity of the block."""
    kept = [part for part in parts if part.verdict.is_body]
    # What a reader of the text alone would find: its paragraphs, a blank line between them.
    blocks = [Block(part.block.lines, part.text, follows_blank=True) for part in kept]
    alone = judge_lines(blocks, candidates)
    if holds_alone(alone, [part.verdict.confidence for part in kept]):
        return {}
    return {
        id(part.block): _fallen_verdict(verdict)
        for part, verdict in zip(kept, classify_lines(alone), strict=True)
        if not verdict.is_body
    }


def _fallen_verdict(verdict: Verdict) -> Verdict:
    """The verdict on the whole page's line; what looks like a title down here is some other story's."""
    if verdict.label in (SegmentLabel.JUNK, SegmentLabel.CAPTION, SegmentLabel.CROSSHEAD):
        return replace(verdict, rule="second_look" if verdict.rule == MODEL else verdict.rule)
    return junk(JunkFamily.OTHER, "second_look", verdict.confidence)
