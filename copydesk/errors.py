"""What can be wrong with an input."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.vocabulary import RejectReason, Stage


class UnusableRecord(Exception):  # noqa: N818 - it is the record that is named, as in StopIteration
    """A raw record that no article can be made of.

    Attributes:
        stage: The stage that found out.
        reason: Why, one word of a closed vocabulary.
        detail: Why, in a sentence: what was found, what was expected, what to do.
    """

    def __init__(self, stage: Stage, reason: RejectReason, detail: str) -> None:
        super().__init__(stage, reason, detail)
        self.stage = stage
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}"
