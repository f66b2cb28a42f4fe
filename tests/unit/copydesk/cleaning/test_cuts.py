"""What is cut off paragraphs."""

from __future__ import annotations

import pytest

from copydesk.cleaning.blocks import Block
from copydesk.cleaning.cuts import cut_blocks, without_cuts
from copydesk.cleaning.verdict import LIKELY, body
from copydesk.records import RawLine
from copydesk.spans import Span
from schemas.vocabulary import SegmentLabel

PROSE = body("prose", LIKELY)


def _body(*texts: str) -> list[str]:
    blocks = [Block((RawLine(Span(0, len(text)), text),), text, follows_blank=True) for text in texts]
    parts = cut_blocks(blocks, [PROSE] * len(blocks))
    return [part.text for part in parts if part.verdict.label is SegmentLabel.BODY]


@pytest.mark.parametrize(
    "text",
    [
        "OSLO (AP) -- Talks go on.",
        "Oslo - Talks go on.",
        "READ MORE Talks go on.",
        "Talks go on. READ MORE",
        "Talks go on. – (Western Wire service)",
        "OSLO (AP) -- Talks go on. (Reporting by Jane Roe)",
    ],
)
def test_dateline_credit_and_glued_links_are_no_body(text: str) -> None:
    assert (_body(text), without_cuts(text)) == (["Talks go on."], "Talks go on.")


def test_every_certain_dateline_of_a_round_up_is_cut() -> None:
    assert _body("OSLO (AP) -- Talks go on.", "RIGA (AP) -- Talks end.") == ["Talks go on.", "Talks end."]


def test_place_and_dash_below_the_first_paragraph_stay() -> None:
    assert _body("Talks go on.", "Oslo - a port - was calm.") == ["Talks go on.", "Oslo - a port - was calm."]


def test_paragraph_that_is_a_credit_alone_is_left_whole() -> None:
    assert without_cuts("(Reuters)") == "(Reuters)"
