"""An article as subwords and windows of them."""

from __future__ import annotations

import pytest

from copydesk.quotes.reading import MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import MAX_WINDOW, Subwords, load_tokenizer, packed, range_of, read_subwords
from copydesk.spans import Span
from tests.factories import make_document

CAPITALISED, CAPITALS, DIGITS, INSIDE_MARKS = 1, 2, 3, 4


def subwords_of(text: str) -> Subwords:
    document = make_document(text)
    return read_subwords(text, document.paragraphs, load_tokenizer(MODELS / TOKENIZER_FILE))


def shapes_of(text: str) -> list[tuple[str, int]]:
    """The words with the shape of their first subword."""
    subwords = subwords_of(text)
    starts = [int(start) for start in subwords.starts[subwords.begins_word]]
    ends = [*starts[1:], len(text)]
    shapes = subwords.shapes[subwords.begins_word]
    return [
        (text[start:end].strip(), int(shape)) for start, end, shape in zip(starts, ends, shapes, strict=True)
    ]


def test_subwords_lie_in_the_text_in_order() -> None:
    text = "Überbrückungsdarlehen für Łódź?\n\n“Never,” she said."
    subwords = subwords_of(text)
    pairs = zip(subwords.starts.tolist(), subwords.ends.tolist(), strict=True)
    assert "".join(text[start:end] for start, end in pairs) == text.replace(" ", "").replace("\n", "")


def test_letter_case_and_digits_are_kept_beside_the_uncased_vocabulary() -> None:
    assert shapes_of("The UN met 20 men") == [
        ("The", CAPITALISED),
        ("UN", CAPITALS),
        ("met", 0),
        ("20", DIGITS),
        ("men", 0),
    ]


@pytest.mark.parametrize("marks", ['""', "“”", "‘’", "''", "„“", "«»"])
def test_words_between_marks_of_every_style_are_known(marks: str) -> None:
    shapes = dict(shapes_of(f"He said {marks[0]}we can wait{marks[1]} again"))
    assert (shapes["wait"], shapes["again"]) == (INSIDE_MARKS, 0)


def test_apostrophe_opens_nothing() -> None:
    assert max(shape for _, shape in shapes_of("the ministers' plan isn't new, it's old")) == 0


def test_paragraphs_share_windows_up_to_their_limit() -> None:
    subwords = subwords_of("One two three.\n\nFour five six.\n\nSeven eight nine.")
    assert packed(subwords, 9) == [(0, 9), (10, 14)]


def test_long_paragraph_is_cut_behind_a_sentence() -> None:
    text = "They went on and on. " * 60
    subwords = subwords_of(text.rstrip())
    ends = [end for _, end in packed(subwords)]
    lengths = [end - start for start, end in packed(subwords)]
    assert {text[subwords.starts[end - 1]] for end in ends} == {"."}
    assert max(lengths) <= MAX_WINDOW


def test_paragraph_without_any_sign_is_cut_all_the_same() -> None:
    subwords = subwords_of("word " * 500)
    assert [end - start for start, end in packed(subwords)] == [190, 190, 120]


def test_blank_text_has_no_subwords() -> None:
    assert packed(subwords_of("")) == []


def test_span_of_text_is_a_range_of_subwords() -> None:
    assert range_of(subwords_of("One two three four"), Span(4, 13)) == (1, 3)
