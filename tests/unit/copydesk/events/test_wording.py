"""Whether an entry of the codebook fits the words round it."""

from __future__ import annotations

import pytest

from copydesk.events.wording import matched_words
from schemas.codebook import Trigger, TriggerKind
from tests.factories import make_sentences


def _matched(text: str, trigger: Trigger) -> list[str] | None:
    """The words of an entry in a one-sentence text, where its lemma first stands."""
    (sentence,) = make_sentences(text)
    lemmas = [token.lemma.lower() for token in sentence.tokens]
    words = matched_words(sentence, lemmas.index(trigger.lemma), trigger)
    return None if words is None else [sentence.tokens[each].text for each in sorted(words)]


def _verb(lemma: str, **conditions: tuple[str, ...]) -> Trigger:
    return Trigger(TriggerKind.VERB, lemma, **conditions)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana closed its embassy in Togo.", ["closed", "embassy"]),
        ("Ghana closed its window.", None),
        ("The embassy of Ghana was closed.", ["embassy", "closed"]),
        ("Ghana closed a bank near the embassy.", None),
    ],
)
def test_the_object_must_be_one_of_the_entry(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("close", objects=("embassy",))) == words


def test_an_object_before_its_noun_brings_the_noun() -> None:
    text = "Nurses in Togo began a hunger strike."
    assert _matched(text, _verb("begin", objects=("hunger",))) == ["began", "hunger", "strike"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tanks rolled towards Togo.", ["rolled"]),
        ("Dozens of tanks rolled towards Togo.", ["rolled"]),
        ("Drums rolled in Togo.", None),
    ],
)
def test_the_doer_must_be_one_of_the_entry(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("roll", subjects=("tank",))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana released a sailor.", ["released"]),
        ("Ghana released an album.", None),
    ],
)
def test_some_objects_make_it_another_thing(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("release", unless=("album",))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana sent soldiers on a peacekeeping mission.", ["sent"]),
        ("Ghana sent soldiers to its border.", None),
    ],
)
def test_a_word_near_by_may_be_asked_for(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("send", near=("peacekeeping",))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana wants Togo to leave.", ["wants"]),
        ("Ghana wants to leave.", None),
    ],
)
def test_what_one_wants_to_do_oneself_is_asked_of_nobody(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("want", objects=("to",))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ghana insisted that Togo leave.", ["insisted"]),
        ("Ghana insisted that Togo had left.", None),
        ("Ghana insisted that Togo would leave.", None),
    ],
)
def test_a_statement_is_no_demand(text: str, words: list[str] | None) -> None:
    assert _matched(text, _verb("insist")) == words
