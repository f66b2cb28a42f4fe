"""Pages in other shapes: the same words, the same article, other lines."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from training.line_shapes import Line, in_other_shapes, interleaved, joined, split

if TYPE_CHECKING:
    from collections.abc import Callable

HARBOUR = "The harbour board will close two quays. Work begins in May."
SPOKESMAN = 'A spokesman said: "No ferry is cancelled." Fares stay as they are.'
DEPARTURE = "The last ferry leaves at ten in the evening."
BUTTONS = ("Share", "Print", "10:31 AM")
PAGE = (
    Line("News Sport Weather", follows_blank=False, is_body=False),
    *(Line(text, follows_blank=False, is_body=False) for text in BUTTONS),
    *(Line(text, follows_blank=True, is_body=True) for text in (HARBOUR, SPOKESMAN)),
    Line("Advertisement", follows_blank=True, is_body=False),
    Line(DEPARTURE, follows_blank=True, is_body=True),
)
SEEDS = [str(number) for number in range(12)]


def _words_of_body(lines: list[Line] | tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines if line.is_body)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", [joined, split, interleaved])
def test_article_keeps_its_words_in_order(
    shape: Callable[[tuple[Line, ...], random.Random], list[Line]], seed: str
) -> None:
    assert _words_of_body(shape(PAGE, random.Random(seed))) == _words_of_body(PAGE)


@pytest.mark.parametrize("seed", SEEDS)
def test_joined_paragraphs_are_fewer_lines_and_no_junk_joins_them(seed: str) -> None:
    lines = joined(PAGE, random.Random(seed))
    assert sum(line.is_body for line in lines) < sum(line.is_body for line in PAGE)
    assert [line for line in lines if not line.is_body] == [line for line in PAGE if not line.is_body]


def test_every_sentence_gets_a_line() -> None:
    lines = split(PAGE, random.Random("any"))
    assert [line.text for line in lines if line.is_body] == [
        "The harbour board will close two quays.",
        "Work begins in May.",
        'A spokesman said: "No ferry is cancelled."',
        "Fares stay as they are.",
        DEPARTURE,
    ]


def test_what_comes_between_paragraphs_is_junk_of_the_page() -> None:
    longest = max((interleaved(PAGE, random.Random(seed)) for seed in SEEDS), key=len)
    known = {line.text for line in PAGE if not line.is_body}
    assert len(longest) > len(PAGE)
    assert {line.text for line in longest if not line.is_body} <= known


def test_the_same_seed_gives_the_same_shapes_and_others_differ() -> None:
    every = {seed: tuple(in_other_shapes(PAGE, seed)) for seed in SEEDS}
    assert every == {seed: tuple(in_other_shapes(PAGE, seed)) for seed in SEEDS}
    assert len(set(every.values())) > 1


def test_blank_lines_are_written_out() -> None:
    shown = "\n".join(in_other_shapes(PAGE, "0"))
    assert f"\n\n{HARBOUR}"[:20] in shown


def test_page_with_hardly_an_article_has_no_other_shape() -> None:
    assert list(in_other_shapes(PAGE[:5], "0")) == []
