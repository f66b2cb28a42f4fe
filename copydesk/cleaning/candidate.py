"""A block with what is already known of it, as the steps of classification hand it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.cleaning.bylines import is_byline
from copydesk.cleaning.captions import is_marked_caption
from copydesk.cleaning.credits import is_credit_line
from copydesk.cleaning.cuts import without_cuts
from copydesk.cleaning.junk import matching_rule
from copydesk.cleaning.repeats import find_cut_teasers, find_repeated_prose
from copydesk.cleaning.shape import LineShape, line_shape
from copydesk.cleaning.verdict import CERTAIN, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.blocks import Block


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block, its shape without dateline and credit, and a verdict where one line alone decides."""

    block: Block
    shape: LineShape
    verdict: Verdict | None

    @property
    def text(self) -> str:
        """The block's text without the spaces around it."""
        return self.block.text.strip()

    @property
    def is_open_prose(self) -> bool:
        """Whether it may be a paragraph: undecided, and prose by its looks or by the reader's proposal."""
        if self.verdict is not None:
            return False
        if self.block.proposed is None:
            return self.shape.is_prose
        return self.block.proposed and (self.shape.ends_sentence or self.shape.is_prose)

    @property
    def is_open_sentence(self) -> bool:
        """Whether it may be a paragraph that is one short sentence, such as a short reply."""
        return (
            self.verdict is None
            and self.block.proposed is not False
            and self.shape.is_short_sentence
            and not self.text.endswith("?")
        )


def judge_lines(blocks: Sequence[Block]) -> tuple[Candidate, ...]:
    """Judge each block by itself and by what it repeats; what that leaves open has no verdict."""
    texts = [block.text.strip() for block in blocks]
    # Menus and footers come several times on a page: each line is judged once.
    cores = {text: without_cuts(text) for text in dict.fromkeys(texts)}
    by_text = {text: (line_shape(core), _line_verdict(text)) for text, core in cores.items()}
    decided = _repeat_verdicts([cores[text] for text in texts])
    return tuple(
        Candidate(block, by_text[text][0], decided.get(no) or by_text[text][1])
        for no, (block, text) in enumerate(zip(blocks, texts, strict=True))
    )


def _repeat_verdicts(cores: Sequence[str]) -> dict[int, Verdict]:
    """The verdicts on lines that the page says again, datelines and credits aside."""
    repeated = junk(JunkFamily.TEASER, "repeated_paragraph", LIKELY)
    cut = junk(JunkFamily.TEASER, "repeated_standfirst", CERTAIN)
    return dict.fromkeys(find_repeated_prose(cores), repeated) | dict.fromkeys(find_cut_teasers(cores), cut)


def _line_verdict(text: str) -> Verdict | None:
    """The verdict on a line that needs no neighbours to be known."""
    if not text:
        return junk(JunkFamily.SEPARATOR, "invisible_characters", CERTAIN)
    if is_credit_line(text):
        return Verdict(SegmentLabel.CREDIT, "credit_line", CERTAIN)
    if is_byline(text):
        return Verdict(SegmentLabel.BYLINE, "byline", LIKELY)
    if is_marked_caption(text):
        return Verdict(SegmentLabel.CAPTION, "marked_caption", LIKELY)
    rule = matching_rule(text)
    return None if rule is None else junk(rule.family, rule.name, CERTAIN)


def decided(candidate: Candidate, verdict: Verdict) -> Candidate:
    """The candidate with this verdict."""
    return replace(candidate, verdict=verdict)
