"""Tests of `copydesk.corpus.quote_groups`."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from copydesk.corpus.quote_groups import quote_group_ids
from tests.unit.copydesk.corpus.rows import Row, article, frame, quote, values

_DAY = date(2009, 6, 1)
_NETS = "We will buy new nets for every crew that asks before the autumn storms"


def _groups(*quotes: Row, days_apart: int = 1, one_story: bool = False) -> dict[str, object]:
    documents = frame("documents", article("a", "", _DAY), article("b", "", _DAY + timedelta(days_apart)))
    story = pl.lit("story-a") if one_story else "story-" + pl.col("doc_id")
    found = quote_group_ids(frame("quotes", *quotes), documents.with_columns(story_id=story))
    return values(found, "quote_id", "quote_group_id")


_TOGETHER: dict[str, object] = {"a-q0": "qg-a-q0", "b-q0": "qg-a-q0"}
_APART: dict[str, object] = {"a-q0": "qg-a-q0", "b-q0": "qg-b-q0"}


def test_the_same_words_of_the_same_speaker_are_one_utterance() -> None:
    one = quote("a-q0", _NETS, speaker_name="Erik Berg")
    other = quote("b-q0", f"{_NETS},", speaker_name="Berg")
    assert _groups(one, other) == _TOGETHER


def test_the_same_words_of_two_speakers_are_two_utterances() -> None:
    one = quote("a-q0", _NETS, speaker_name="Erik Berg")
    other = quote("b-q0", _NETS, speaker_name="Anna Holm")
    assert _groups(one, other) == _APART


def test_an_unknown_speaker_may_be_anybody() -> None:
    assert _groups(quote("a-q0", _NETS, speaker_name="Erik Berg"), quote("b-q0", _NETS)) == _TOGETHER


def test_the_same_words_a_month_later_are_another_utterance() -> None:
    assert _groups(quote("a-q0", _NETS), quote("b-q0", _NETS), days_apart=31) == _APART


def test_a_part_of_an_utterance_belongs_to_it() -> None:
    whole = quote("a-q0", f"It is a hard year. {_NETS}, and that is a promise", speaker_name="Erik Berg")
    part = quote("b-q0", "buy new nets for every crew that asks", speaker_name="Erik Berg")
    assert _groups(whole, part) == _TOGETHER


def test_words_within_marks_belong_to_the_utterance_they_are_taken_from() -> None:
    whole = quote("a-q0", _NETS, speaker_name="Erik Berg")
    mixed = quote(
        "b-q0",
        'the ministry would "buy new nets for every crew that asks", whatever parliament said',
        kind="mixed",
        speaker_name="Erik Berg",
    )
    assert _groups(whole, mixed) == _TOGETHER


def test_a_short_phrase_is_one_utterance_only_within_a_story() -> None:
    quotes = quote("a-q0", "very positive"), quote("b-q0", "very positive")
    assert (_groups(*quotes), _groups(*quotes, one_story=True)) == (_APART, _TOGETHER)


def test_other_words_on_the_same_subject_are_another_utterance() -> None:
    one = quote("a-q0", _NETS, speaker_name="Erik Berg")
    other = quote(
        "b-q0", "Every crew will get new boats once the autumn budget has passed", speaker_name="Erik Berg"
    )
    assert _groups(one, other) == _APART


def test_a_phrase_does_not_bring_two_long_utterances_together() -> None:
    first = quote("a-q0", f"{_NETS}, and nobody in the harbour will have to pay a penny", speaker_name="Berg")
    second = quote("a-q1", f"The opposition laughed at me, yet here we stand: {_NETS}", speaker_name="Berg")
    phrase = quote("b-q0", "buy new nets for every crew that asks", speaker_name="Berg")
    shorter = first | {
        "content": "In spring new nets for every crew that asks were promised by my predecessor"
    }
    found = _groups(shorter, second, phrase)
    assert found["a-q0"] != found["a-q1"]


def test_a_quote_without_words_stays_on_its_own() -> None:
    assert _groups(quote("a-q0", "..."), quote("b-q0", "..."), one_story=True) == _APART


def test_a_word_heard_otherwise_is_the_same_utterance() -> None:
    one = quote("a-q0", f"It is a hard year. {_NETS}", speaker_name="Erik Berg")
    other = quote(
        "b-q0",
        f"It is a hard year ... {_NETS.replace('storms', 'storm')}. The boats come later, "
        "once parliament has passed the budget",
        speaker_name="Erik J. Berg",
    )
    assert _groups(one, other) == _TOGETHER


def test_a_favourite_phrase_in_two_utterances_does_not_make_them_one() -> None:
    one = quote("a-q0", "Every crew deserves a fair price for honest work at sea", speaker_name="Erik Berg")
    other = quote(
        "b-q0", "A fair price for honest work is what our farmers and teachers want", speaker_name="Erik Berg"
    )
    assert _groups(one, other) == _APART


def test_a_telling_phrase_is_one_utterance_for_a_few_days() -> None:
    whole = quote("a-q0", "It is time to mend the broken nets in the harbour", speaker_name="Erik Berg")
    phrase = quote("b-q0", 'he wanted "to mend the broken nets"', kind="mixed", speaker_name="Erik Berg")
    apart = {"a-q0": "qg-a-q0", "b-q0": "qg-b-q0"}
    assert (_groups(whole, phrase), _groups(whole, phrase, days_apart=9)) == (_TOGETHER, apart)


def test_a_telling_phrase_of_nobody_known_stays_on_its_own() -> None:
    whole = quote("a-q0", "It is time to mend the broken nets in the harbour", speaker_name="Erik Berg")
    assert _groups(whole, quote("b-q0", "mend the broken nets")) == _APART
