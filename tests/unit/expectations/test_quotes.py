"""Every claim about quotes, broken once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

    Rows = dict[str, list[Row]]


def _span(text: str, part: str) -> dict[str, int]:
    return {"start": text.index(part), "end": text.index(part) + len(part)}


@pytest.fixture
def text(rows: Rows) -> str:
    return str(rows["documents"][0]["text"])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("content_equals_its_slices", {"content": "We want to begin again and we will"}),
        ("cue_equals_its_slices", {"cue": None}),
        ("cue_equals_its_slices", {"cue_spans": []}),
        ("speaker_equals_its_slices", {"speaker": "Lavrov"}),
        ("speaker_within_document", {"speaker_spans": [{"start": 9990, "end": 9997}]}),
        ("speaker_within_document", {"speaker_spans": [{"start": -3, "end": 2}]}),
        ("said_before_publication", {"said_on": date(2009, 3, 8)}),
        ("sentence_is_known", {"sentence_no": 5}),
        ("content_begins_in_its_sentence", {"sentence_no": 0}),
        ("only_speakers_are_named", {"speaker": None, "speaker_spans": []}),
        ("confidence_is_a_share", {"confidence": 0.0}),
        ("quote_id_begins_with_its_document", {"quote_id": "0123456789abcdef-q0000"}),
        ("content_spans_is_filled", {"content_spans": None}),
    ],
)
def test_broken_quote_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert broken("quotes", 0, **values) == {f"quotes.{name}"}


def test_quote_without_cue_and_speaker_is_fine(broken: Callable[..., set[str]]) -> None:
    nothing = {"speaker_name": None, "speaker_mention_id": None, "speaker_entity_id": None}
    assert broken("quotes", 0, cue=None, cue_spans=[], speaker=None, speaker_spans=[], **nothing) == set()


def test_quote_without_content_fails(broken: Callable[..., set[str]]) -> None:
    assert "quotes.content_has_a_piece" in broken("quotes", 0, content_spans=[])


def test_content_beyond_the_document_fails_once(broken: Callable[..., set[str]], text: str) -> None:
    spans = [_span(text, "We want to begin again"), {"start": len(text) - 3, "end": len(text) + 1}]
    assert broken("quotes", 0, content_spans=spans) == {"quotes.content_within_document"}


def test_pieces_in_the_wrong_order_fail(broken: Callable[..., set[str]], text: str) -> None:
    spans = [_span(text, "and we will"), _span(text, "We want to begin again")]
    assert broken("quotes", 0, content_spans=spans, content="and we will ... We want to begin again") == {
        "quotes.content_pieces_in_order"
    }


def test_pieces_of_one_quote_are_not_compared_with_those_of_the_next(
    rows: Rows, judged: Callable[[], set[str]], text: str
) -> None:
    first = rows["quotes"][0]
    second = first | {
        "quote_id": f"{first['doc_id']}-q0001",
        "content": "We want",
        "content_spans": [_span(text, "We want")],
    }
    rows["quotes"].append(second)
    rows["runs"][0]["n_quotes"] = 2
    assert judged() == set()


def test_overlapping_pieces_fail(broken: Callable[..., set[str]], text: str) -> None:
    spans = [_span(text, "We want to"), _span(text, "to begin")]
    assert broken("quotes", 0, content_spans=spans, content="We want to ... to begin") == {
        "quotes.content_pieces_in_order"
    }


def test_content_of_signs_only_fails(broken: Callable[..., set[str]], text: str) -> None:
    spans = [_span(text, '."')]
    assert "quotes.content_has_words" in broken("quotes", 0, content_spans=spans, content='."')


def test_speaker_inside_the_content_fails(broken: Callable[..., set[str]], text: str) -> None:
    whole = 'We want to begin again," Clinton told reporters'
    assert broken("quotes", 0, content_spans=[_span(text, whole)], content=whole) == {
        "quotes.speaker_is_apart_from_content"
    }


def test_direct_content_outside_of_marks_fails(broken: Callable[..., set[str]], text: str) -> None:
    values = {"content_spans": [_span(text, "in Geneva")], "content": "in Geneva", "sentence_no": 0}
    assert broken("quotes", 0, **values) == {"quotes.direct_content_stands_in_marks"}


def test_indirect_content_needs_no_marks(broken: Callable[..., set[str]], text: str) -> None:
    values = {"content_spans": [_span(text, "in Geneva")], "content": "in Geneva", "sentence_no": 0}
    assert broken("quotes", 0, kind="indirect", **values) == set()


def test_direct_content_may_include_its_marks(broken: Callable[..., set[str]], text: str) -> None:
    whole = '"We want to begin again,"'
    assert broken("quotes", 0, content_spans=[_span(text, whole)], content=whole) == set()


def test_middle_of_a_quotation_stands_in_marks(broken: Callable[..., set[str]], text: str) -> None:
    assert broken("quotes", 0, content_spans=[_span(text, "to begin")], content="to begin") == set()


def test_mention_of_another_document_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    copy = str(rows["documents"][1]["doc_id"])
    rows["mentions"][0] |= {"doc_id": copy, "mention_id": f"{copy}-m0000", "sentence_no": 0}
    rows["quotes"][0]["speaker_mention_id"] = f"{copy}-m0000"
    assert "quotes.speaker_mention_of_same_document" in judged()
