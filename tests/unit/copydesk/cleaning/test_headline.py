"""Which line is the title."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.headline import find_title
from copydesk.cleaning.headline_wording import headline_key, repeats_of_title, without_site
from copydesk.cleaning.line_model import LineScores
from copydesk.cleaning.line_scores import line_scores
from copydesk.records import Metadata
from schemas.vocabulary import SegmentLabel
from tests.unit.copydesk.cleaning.pages import (
    ABOVE,
    BELOW,
    BODY,
    HEAD,
    PARAGRAPHS,
    TITLE,
    cleaned,
    page_of,
    record_of,
)

RELIEF = "Relief for commuters at last, but not for everyone"


def _title(*groups: tuple[str, ...], supplied: str | None = None) -> str | None:
    document = cleaned(page_of(*groups), Metadata(title=supplied))
    labelled = [seg.raw_text for seg in document.segments if seg.label is SegmentLabel.TITLE]
    assert len(labelled) <= 1
    if supplied is None:
        assert labelled == ([] if document.metadata.title is None else [document.metadata.title])
    return document.metadata.title


def test_line_above_the_dateline_is_the_title_without_a_word_in_common() -> None:
    first = f"OSLO, May 4 (Western Wire) - {PARAGRAPHS[0]}"
    assert _title(ABOVE, (RELIEF, first), PARAGRAPHS[1:], BELOW) == RELIEF


BETWEEN = (
    "Monday, May 4, 2009",
    "By Jane Roe",
    "By a staff correspondent",
    "Share this page",
    "(Adds comment from the union)",
    "Jane Roe leaves a meeting in the old town",
)


@pytest.mark.parametrize("between", [*BETWEEN, "Oslo, 4 May 2009"])
def test_what_goes_with_an_article_may_stand_below_its_title(between: str) -> None:
    assert _title(ABOVE, (TITLE, between), PARAGRAPHS, BELOW) == TITLE


@pytest.mark.parametrize("between", BETWEEN[:-1])
def test_title_without_a_word_in_common_may_stand_above_what_goes_with_it(between: str) -> None:
    assert _title(ABOVE, (RELIEF, between), PARAGRAPHS, BELOW) == RELIEF


def test_place_and_date_below_an_unusual_headline_are_no_title() -> None:
    assert _title(ABOVE, (RELIEF, "Oslo, 4 May 2009"), PARAGRAPHS, BELOW) == RELIEF


def test_title_may_stand_between_date_and_body_below_the_name_of_the_blog() -> None:
    above = ("Letters from a Small Country", "Monday, May 4, 2009")
    assert _title(above, (TITLE,), PARAGRAPHS, BELOW) == TITLE


def test_line_about_the_same_things_wins_over_the_nearest() -> None:
    assert _title(ABOVE, (TITLE, "A bakery changes hands"), PARAGRAPHS, BELOW) == TITLE


def test_title_that_stands_twice_is_taken_once() -> None:
    assert _title(ABOVE, (f"{TITLE} | The Daily Desk",), HEAD, PARAGRAPHS, BELOW) == TITLE


def test_headline_of_another_story_below_the_article_is_no_title() -> None:
    assert _title(PARAGRAPHS, BELOW) is None


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "Two words",
        "Bakery Harbour Chestnut Lighthouse Orchard Museum Timetable",
        "What the papers say about it:",
    ],
)
def test_label_or_menu_above_the_body_is_no_title(line: str) -> None:
    assert _title(ABOVE, (line,), PARAGRAPHS, BELOW) is None


def test_body_alone_has_no_title() -> None:
    assert cleaned(BODY).metadata.title is None


def test_supplied_title_wins_over_a_likelier_line() -> None:
    assert _title(ABOVE, (TITLE, RELIEF), PARAGRAPHS, BELOW, supplied=RELIEF) == RELIEF


def test_line_that_says_the_supplied_title_is_no_body() -> None:
    assert cleaned(page_of((RELIEF,), PARAGRAPHS), Metadata(title=RELIEF)).text == BODY


def test_sentence_that_names_the_title_does_not_repeat_it() -> None:
    assert list(repeats_of_title("Talks resume", ["Talks resume on Monday, he said.", "TALKS RESUME"])) == [1]


def test_headline_is_the_same_in_other_quotation_marks_and_letters() -> None:
    assert headline_key("Ministers hail “progress”") == headline_key("MINISTERS HAIL 'PROGRESS'")


def test_bar_before_more_words_than_stand_above_it_is_no_joint() -> None:
    assert without_site("Talks | what the papers say of them") == "Talks | what the papers say of them"


@pytest.mark.parametrize(("probability", "title"), [(0.3, None), (0.6, 0)])
def test_first_paragraph_is_no_title_unless_the_model_thinks_so(
    probability: float, title: int | None
) -> None:
    lines = judge_lines(find_blocks(record_of(BODY)))
    nothing = np.zeros(len(lines), np.float32)
    first = nothing.copy()
    first[0] = probability
    looks = line_scores(lines).looks
    scores = LineScores(nothing, first, nothing, looks)
    assert find_title(lines, scores, range(len(lines)), frozenset(), None) == title


def test_path_to_the_page_is_no_title() -> None:
    assert _title(ABOVE, (f"Home News Transport {TITLE}", TITLE), PARAGRAPHS, BELOW) == TITLE


def test_buttons_may_stand_between_the_title_and_a_picture_line() -> None:
    between = (
        "E-mail this to a friend",
        "Printable version",
        "The minister announced the ferries on television",
    )
    assert _title(ABOVE, (TITLE, *between), PARAGRAPHS, BELOW) == TITLE


def test_paragraph_with_a_dateline_is_no_title() -> None:
    assert (
        _title(ABOVE, ("OSLO (AP) — The latest on the ferries across the fjord",), PARAGRAPHS, BELOW) is None
    )


def test_title_of_a_text_without_furniture_may_stand_below_names_of_sections() -> None:
    sections = ("Island life", "Harbour desk", "Transport", "The north")
    document = cleaned(page_of(sections, (TITLE,), PARAGRAPHS))
    assert (document.metadata.title, document.text) == (TITLE, BODY)


def test_long_headline_in_capitals_may_be_a_title() -> None:
    headline = "Cabinet Doubles Island Ferries, Ending Year Long Fjord Talks"
    assert _title(ABOVE, (headline,), PARAGRAPHS, BELOW) == headline
