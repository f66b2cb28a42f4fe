"""How lines begin and end, as numbers."""

from __future__ import annotations

import pytest

from copydesk.cleaning.line_looks import line_looks

N_COLUMNS = 18


@pytest.mark.parametrize("line", ["Talks go on.", "Will they?", "“They will.”", "会談は続く。"])
def test_sentences_end_one(line: str) -> None:
    assert line_looks([line])[0, :2].any()


@pytest.mark.parametrize("line", ["", "Latest video", "Read on:", "“Read on”"])
def test_labels_end_no_sentence(line: str) -> None:
    assert not line_looks([line])[0, :2].any()


def test_every_line_has_a_row() -> None:
    assert line_looks(["Home", "", "News"]).shape == (3, N_COLUMNS)


def test_more_commas_than_a_byte_holds_are_all_counted() -> None:
    assert line_looks([300 * "a, "]).max() == 300
