"""The line model's view of a page: which model fits, and what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning import line_model
from copydesk.cleaning.cuts import without_glued
from copydesk.cleaning.line_evidence import evidence_of, is_web_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_model import LineScores

# The model files by what they are for: lines of plain text, lines of web pages with their markup.
MODEL_FILES = {"text": "lines_text.npz", "html": "lines_html.npz"}


def line_scores(candidates: Sequence[Candidate]) -> LineScores:
    """Score the lines of a page, at least one: how likely each is body, title or byline."""
    file = MODEL_FILES["html" if is_web_page(candidates) else "text"]
    model = line_model.load_line_model(line_model.MODELS, file)
    return model.scores(
        [without_glued(candidate.text) for candidate in candidates],
        [candidate.block.follows_blank for candidate in candidates],
        evidence_of(candidates),
    )
