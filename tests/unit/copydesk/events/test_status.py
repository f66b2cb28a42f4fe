"""Whether an event happened."""

from __future__ import annotations

import pytest

from copydesk.events.status import announces, classify_status
from copydesk.events.triggers import find_triggers
from schemas.vocabulary import EventStatus
from tests.factories import make_sentences


def _status(text: str) -> EventStatus:
    """The status of the only event of a one-sentence text."""
    (sentence,) = make_sentences(text)
    (found,) = find_triggers(sentence)
    return classify_status(sentence, found)


@pytest.mark.parametrize(
    "text",
    [
        "Chile attacked Peru.",
        "Chile has attacked Peru.",
        "The minister slept badly after a meeting with Peru.",
        "The president will rest after his visit to Peru.",
        "It was a meeting with Peru.",
        "Chile did not say that its army attacked Peru.",
    ],
)
def test_actual(text: str) -> None:
    assert _status(text) is EventStatus.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "Chile will attack Peru.",
        "Chile is to meet Peru.",
        "Chile is due to meet Peru.",
        "Chile plans to meet Peru.",
        "Chile is scheduled to discuss trade with Peru.",
        "Chile's planned visit to Peru is popular.",
        "Chile said it would attack Peru.",
    ],
)
def test_planned(text: str) -> None:
    assert _status(text) is EventStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Chile could attack Peru.",
        "If Chile attacked Peru, Bolivia gained.",
        "Chile wants to meet Peru.",
        "Chile should condemn Peru.",
        "Its powers include sending soldiers to Peru.",
        "A possible meeting with Peru interests Chile.",
    ],
)
def test_hypothetical(text: str) -> None:
    assert _status(text) is EventStatus.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Chile did not attack Peru.",
        "Chile never attacked Peru.",
        "Chile denied attacking Peru.",
        "Chile failed to condemn Peru.",
        "No meeting with Peru was arranged.",
        "Chile does not want to meet Peru.",
    ],
)
def test_negated(text: str) -> None:
    assert _status(text) is EventStatus.NEGATED


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Chile will attack Peru.", "yes"),
        ("Chile plans to attack Peru.", "yes"),
        ("Chile attacked Peru.", "no"),
        ("Chile could attack Peru.", "no"),
    ],
)
def test_announcement_says_will(text: str, answer: str) -> None:
    (sentence,) = make_sentences(text)
    (found,) = find_triggers(sentence)
    assert announces(sentence, found) is (answer == "yes")


@pytest.mark.parametrize(
    "text",
    [
        "Relations were strained by the war between Chile and Peru.",
        "Bolivia grew tired of Chile's support for Peru.",
        "Chile's hostility to Peru is old.",
        "The previous meeting with Peru was long.",
    ],
)
def test_noun_in_passing_is_background(text: str) -> None:
    assert _status(text) is EventStatus.BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "The war between Chile and Peru lasted years.",
        "Chile reiterated its hostility to Peru.",
        "Chile launched an attack on Peru.",
    ],
)
def test_noun_that_the_sentence_is_about_is_actual(text: str) -> None:
    assert _status(text) is EventStatus.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "No ministers met Peru.",
        "The ministers stopped short of promising Peru a date.",
        "Chile abandoned a plan to attack Peru.",
    ],
)
def test_what_nobody_did_is_negated(text: str) -> None:
    assert _status(text) is EventStatus.NEGATED


@pytest.mark.parametrize(
    "text",
    [
        "Had Chile attacked Peru, Bolivia would rejoice.",
        "An attack by Chile on Peru is unlikely.",
        "Anyone who attacks Peru is a fool.",
        "When you attack Peru you lose.",
        "Has Chile really attacked Peru?",
        "It is time to attack Peru.",
    ],
)
def test_what_is_supposed_is_hypothetical(text: str) -> None:
    assert _status(text) is EventStatus.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Neither Chile nor Bolivia attacked Peru.",
        "The report that Chile attacked Peru was false.",
        "Without a visit to Peru nothing moved.",
    ],
)
def test_what_is_false_is_negated(text: str) -> None:
    assert _status(text) is EventStatus.NEGATED


def test_who_sets_out_to_do_something_does_it() -> None:
    assert _status("Chile used planes to bomb Peru.") is EventStatus.ACTUAL
