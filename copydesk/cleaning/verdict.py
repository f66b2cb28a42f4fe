"""What a block was taken for, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.vocabulary import JunkFamily, SegmentLabel

CERTAIN = 1.0
LIKELY = 0.9
GUESS = 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """A label, the family if it is junk, the rule that decided, and how sure it is in (0, 1].

    `byline_score` is no part of the decision: how likely the line model holds the line for a byline.
    """

    label: SegmentLabel
    rule: str
    confidence: float
    junk_family: JunkFamily | None = None
    byline_score: float = field(default=0.0, compare=False)

    @property
    def is_body(self) -> bool:
        """Whether the block is text of the article."""
        return self.label is SegmentLabel.BODY


def junk(family: JunkFamily, rule: str, confidence: float) -> Verdict:
    """The verdict that a block is junk of a family."""
    return Verdict(SegmentLabel.JUNK, rule, confidence, family)


def body(rule: str, confidence: float) -> Verdict:
    """The verdict that a block is text of the article."""
    return Verdict(SegmentLabel.BODY, rule, confidence)
