"""Which lines are the article, by made-up probabilities and by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from copydesk.cleaning.article_lines import find_article
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from tests.unit.copydesk.cleaning.pages import ABOVE, BELOW, PARAGRAPHS, page_of, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.article_lines import ArticleLines

TEASER = "The bakery on the market square changes hands for the third time."
FURNITURE = ("Share this page", "Facebook", "Twitter", "Terms of use")
MENU = "Ferries Harbours Bridges Lighthouses Timetables"


def _found(
    groups: tuple[tuple[str, ...], ...], likely: Mapping[str, float]
) -> tuple[ArticleLines, list[str]]:
    """The article of a page whose paragraphs the model is sure of, and the texts of its body."""
    lines = judge_lines(find_blocks(record_of(page_of(*groups))))
    surely = dict.fromkeys(PARAGRAPHS, 0.99)
    probabilities = np.array([likely.get(line.text, surely.get(line.text, 0.01)) for line in lines])
    article = find_article(lines, probabilities.astype(np.float32))
    return article, [lines[no].text for no in article.body]


def _body(*groups: tuple[str, ...], **likely: float) -> list[str]:
    return _found(groups, likely)[1]


def test_likely_lines_are_the_article() -> None:
    assert _body(ABOVE, PARAGRAPHS, BELOW) == list(PARAGRAPHS)


def test_little_text_far_below_the_article_is_no_part_of_it() -> None:
    article, body = _found((ABOVE, PARAGRAPHS, FURNITURE, (TEASER,), FURNITURE), {TEASER: 0.95})
    assert body == list(PARAGRAPHS)
    assert len(article.below) == 1


@pytest.mark.parametrize("n_between", [1, 2, 3])
def test_what_few_lines_part_from_the_article_belongs_to_it(n_between: int) -> None:
    assert _body(ABOVE, PARAGRAPHS, FURNITURE[:n_between], (TEASER,), **{TEASER: 0.95})[-1] == TEASER


def test_half_of_an_article_below_many_lines_belongs_to_it() -> None:
    assert _body(ABOVE, PARAGRAPHS[:3], FURNITURE, PARAGRAPHS[3:], BELOW) == list(PARAGRAPHS)


def test_little_text_far_above_the_article_belongs_to_it() -> None:
    assert _body((TEASER,), FURNITURE, PARAGRAPHS, BELOW, **{TEASER: 0.95})[0] == TEASER


@pytest.mark.parametrize(("probability", "added"), [(0.6, []), (0.95, [TEASER])])
def test_unsure_text_below_a_heading_of_other_stories_is_theirs(probability: float, added: list[str]) -> None:
    body = _body(ABOVE, PARAGRAPHS, ("Related stories",), (TEASER,), **{TEASER: probability})
    assert body == [*PARAGRAPHS, *added]


def test_article_goes_on_below_a_box_of_other_stories() -> None:
    likely = dict.fromkeys(PARAGRAPHS[3:], 0.6)
    groups = (ABOVE, PARAGRAPHS[:3], ("Related stories",), PARAGRAPHS[3:], BELOW)
    assert _found(groups, likely)[1] == list(PARAGRAPHS)


def test_text_without_furniture_keeps_what_the_model_takes_for_none() -> None:
    article, body = _found((PARAGRAPHS, (TEASER, "A list of names")), {"A list of names": 0.05})
    assert article.is_clean
    assert body == [*PARAGRAPHS, TEASER, "A list of names"]


@pytest.mark.parametrize("line", [MENU, "padding-left: 80px;"])
def test_text_without_furniture_loses_what_is_surely_none_of_it(line: str) -> None:
    assert _body(PARAGRAPHS, (line,), **{line: 0.001}) == list(PARAGRAPHS)


def test_page_without_likely_lines_has_no_article() -> None:
    article, body = _found((ABOVE, BELOW), {})
    assert (body, article.is_clean, article.below) == ([], False, frozenset())


def test_page_whose_line_breaks_are_lost_is_an_article() -> None:
    joined = " ".join((*ABOVE, *PARAGRAPHS, *BELOW))
    assert _body((joined,), **{joined: 0.05}) == [joined]


@pytest.mark.parametrize("line", [PARAGRAPHS[0], " ".join(ABOVE * 20)])
def test_lone_line_that_is_unlikely_and_short_or_without_sentences_is_none(line: str) -> None:
    assert _body((line,), **{line: 0.05}) == []
