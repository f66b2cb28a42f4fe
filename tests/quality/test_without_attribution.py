"""Texts in which nobody is reported to have said anything: scores, weather, a recipe and the like."""

from __future__ import annotations

from pathlib import Path

from copydesk.cleaning.page import body_as_given
from copydesk.document import extract_document, record_of_text

MAX_QUOTES_A_THOUSAND_WORDS = 1.0
TEXTS = sorted((Path(__file__).parent / "without_attribution").glob("*.txt"))


def test_nearly_no_quotes_are_found_where_there_are_none() -> None:
    documents = [body_as_given(record_of_text(path.read_text("utf-8"))) for path in TEXTS]
    n_words = sum(len(document.text.split()) for document in documents)
    n_quotes = sum(len(extract_document(document).quotes) for document in documents)
    assert n_words > 1_500
    assert n_quotes / n_words * 1_000 <= MAX_QUOTES_A_THOUSAND_WORDS
