"""A block with what a rule knows of it: the evidence that classification begins with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.bylines import is_byline
from copydesk.cleaning.captions import is_marked_caption
from copydesk.cleaning.credits import agency_names, is_credit_line
from copydesk.cleaning.cuts import without_cuts
from copydesk.cleaning.junk import matching_rule
from copydesk.cleaning.repeats import MIN_REPEATED_CHARACTERS, find_cut_teasers, find_repeated_prose
from copydesk.cleaning.shape import LineShape, line_shape
from copydesk.cleaning.verdict import CERTAIN, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.blocks import Block

# The text that is found is judged again, and pages of one site have lines in common. So many verdicts on
# lines of up to so many characters are kept: the cache is to stay small, whatever the lines.
_N_KEPT_VERDICTS = 2048
_MAX_KEPT_CHARACTERS = 700
# So much of a line's beginning and end is compared before it is looked at closely.
_END_CHARACTERS = 20
_CREDIT_STARTS = ("(", "-", "–", "—")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block, its text without the spaces around it, and the verdict of a rule that knows such lines."""

    block: Block
    text: str
    verdict: Verdict | None

    @property
    def shape(self) -> LineShape:
        """What it looks like."""
        return line_shape(self.text)

    @property
    def is_certain(self) -> bool:
        """Whether the rule is right wherever the line stands."""
        return self.verdict is not None and self.verdict.confidence >= CERTAIN


def judge_lines(blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    """Judge each block by itself and by what it repeats; what that leaves open has no verdict."""
    texts = [block.text.strip() for block in blocks]
    repeats = _repeat_verdicts(texts)
    return tuple(
        Candidate(block, text, repeats.get(no) or _line_verdict(text))
        for no, (block, text) in enumerate(zip(blocks, texts, strict=True))
    )


def _repeat_verdicts(texts: Sequence[str]) -> dict[int, Verdict]:
    """The verdicts on lines that the page says again, datelines and credits aside."""
    shared = _shared_ends(texts)
    cores = [
        without_cuts(text) if text[:_END_CHARACTERS] in shared or text[-_END_CHARACTERS:] in shared else text
        for text in texts
    ]
    repeated = junk(JunkFamily.TEASER, "repeated_paragraph", LIKELY)
    cut = junk(JunkFamily.TEASER, "repeated_standfirst", CERTAIN)
    return dict.fromkeys(find_repeated_prose(cores), repeated) | dict.fromkeys(find_cut_teasers(cores), cut)


def _shared_ends(texts: Sequence[str]) -> frozenset[str]:
    """How several of the long lines begin or end: only among these is one that the page says again."""
    ends = [
        end
        for text in texts
        if len(text) >= MIN_REPEATED_CHARACTERS
        for end in {text[:_END_CHARACTERS], text[-_END_CHARACTERS:]}
    ]
    return frozenset(end for end, n in Counter(ends).items() if n > 1)


def _line_verdict(text: str) -> Verdict | None:
    """The verdict on a line that needs no neighbours to be known."""
    return _kept_verdict(text) if len(text) <= _MAX_KEPT_CHARACTERS else _new_verdict(text)


def _new_verdict(text: str) -> Verdict | None:
    if not text:
        return junk(JunkFamily.SEPARATOR, "invisible_characters", CERTAIN)
    if _may_be_credit(text) and is_credit_line(text):
        return Verdict(SegmentLabel.CREDIT, "credit_line", CERTAIN)
    if is_byline(text):
        return Verdict(SegmentLabel.BYLINE, "byline", LIKELY)
    if is_marked_caption(text):
        return Verdict(SegmentLabel.CAPTION, "marked_caption", CERTAIN)
    rule = matching_rule(text)
    if rule is None:
        return None
    return junk(rule.family, rule.name, CERTAIN if rule.is_certain else LIKELY)


_kept_verdict = lru_cache(_N_KEPT_VERDICTS)(_new_verdict)


def _may_be_credit(text: str) -> bool:
    """Whether a line begins like a credit, or is an agency's name and no more: most lines are neither."""
    return text.startswith(_CREDIT_STARTS) or text.strip("() .-–—/") in agency_names()
