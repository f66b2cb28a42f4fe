"""Lines under pictures."""

from __future__ import annotations

import pytest

from copydesk.cleaning.captions import is_marked_caption, looks_like_caption, reads_like_sentence


@pytest.mark.parametrize(
    "line",
    [
        "Boys eating on a bench Photo: ALAMY",
        "The minister leaves (Image: Getty)",
        "Jane Roe at work. Photo by John Doe",
        "Picture 2 of 5 in the gallery",
        "(AP Photo/Jane Roe)",
    ],
)
def test_picture_credit_marks_a_caption(line: str) -> None:
    assert is_marked_caption(line) is True


@pytest.mark.parametrize(
    "line",
    [
        "The photo was taken by a passer-by.",
        "The picture is mixed, the bank said.",
        "He bought the image rights (for a fee).",
    ],
)
def test_sentence_about_pictures_is_no_caption(line: str) -> None:
    assert is_marked_caption(line) is False


@pytest.mark.parametrize(
    "line", ["Talks resume", "identify problems before they become disasters", "Asia Africa Europe Oceania"]
)
def test_headline_is_not_taken_for_a_caption(line: str) -> None:
    assert looks_like_caption(line) is False


@pytest.mark.parametrize("line", ["Latest video", "Asia Africa Europe Oceania America", "More on the talks:"])
def test_label_does_not_read_like_a_sentence(line: str) -> None:
    assert reads_like_sentence(line) is False
