"""Lines that a rule knows by themselves."""

from __future__ import annotations

import pytest

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.comment_section import COMMENTER
from copydesk.document import record_of_text
from schemas.vocabulary import SegmentLabel


def label_of(line: str) -> SegmentLabel | None:
    """The label of a line that stands alone on its page."""
    (candidate,) = judge_lines(find_blocks(record_of_text(line)))
    return candidate.verdict.label if candidate.verdict else None


@pytest.mark.parametrize("line", ["(Reporting by Jane Roe)", "– (Reuters)", "Associated Press", "(AFP)"])
def test_credit_lines_are_known(line: str) -> None:
    assert label_of(line) is SegmentLabel.CREDIT


@pytest.mark.parametrize("line", ["Reuters said so", "Talks go on – (Reuters)", "(Nobody reported it)"])
def test_agencies_inside_a_line_make_no_credit_line(line: str) -> None:
    assert label_of(line) is not SegmentLabel.CREDIT


@pytest.mark.parametrize("line", ["Solar cells on a roof PHOTO: Jane Roe", "Image 3 of 12 in the series"])
def test_marked_captions_are_known(line: str) -> None:
    assert label_of(line) is SegmentLabel.CAPTION


def test_a_line_judged_before_is_judged_the_same() -> None:
    line = "By Jane Roe"
    assert [label_of(line), label_of("Home"), label_of(line)][::2] == [SegmentLabel.BYLINE] * 2


def test_a_line_too_long_to_be_kept_is_judged_all_the_same() -> None:
    assert label_of("The envoy said no. " * 60) is None


@pytest.mark.parametrize("quoted", ['"Nobody will lose a job."', "“Nobody will,” he added.", "'Never.'"])
def test_who_said_the_words_in_quotation_marks_below_is_no_commenter(quoted: str) -> None:
    speaker, below = judge_lines(find_blocks(record_of_text(f"Jane Roe said:\n\n{quoted}")))
    assert (speaker.verdict, below.verdict) == (None, None)


def test_name_above_what_is_not_quoted_is_a_commenters() -> None:
    speaker, _ = judge_lines(find_blocks(record_of_text("Jane Roe said:\n\nWhat a pity for the boats.")))
    assert speaker.verdict is not None
    assert speaker.verdict.rule == COMMENTER
