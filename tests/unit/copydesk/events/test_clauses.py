"""Who does what in a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.events.clauses import (
    clause_subjects,
    coordinated,
    doers,
    is_passive,
    prepositional,
    receivers,
    undergoers,
)
from tests.factories import make_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.records import Sentence


def _words(text: str, word: str, find: Callable[[Sentence, int], list[int]]) -> list[str]:
    """The words that `find` gives for `word` in a one-sentence text."""
    (sentence,) = make_sentences(text)
    position = [token.text for token in sentence.tokens].index(word)
    return [sentence.tokens[each].text for each in find(sentence, position)]


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("Kenya praised Uganda.", "praised", ["Kenya"]),
        ("Uganda was praised by Kenya.", "praised", ["Kenya"]),
        ("Kenya and Uganda met.", "met", ["Kenya", "Uganda"]),
        ("Kenya came and praised Uganda.", "praised", ["Kenya"]),
        ("Kenya wants to praise Uganda.", "praise", ["Kenya"]),
        ("Kenya is due to praise Uganda.", "praise", ["Kenya"]),
        ("Kenya, which praised Uganda, is large.", "praised", ["Kenya"]),
        ("Kenya thanked Uganda for opening the road.", "opening", ["Uganda"]),
        ("Uganda was praised.", "praised", []),
    ],
)
def test_doers(text: str, verb: str, words: list[str]) -> None:
    assert _words(text, verb, doers) == words


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("Kenya praised Uganda and Rwanda.", "praised", ["Uganda", "Rwanda"]),
        ("Uganda was praised by Kenya.", "praised", ["Uganda"]),
        ("Kenya slept.", "slept", []),
    ],
)
def test_undergoers(text: str, verb: str, words: list[str]) -> None:
    assert _words(text, verb, undergoers) == words


def test_indirect_object_receives() -> None:
    assert _words("Kenya gave Uganda a loan.", "gave", receivers) == ["Uganda"]


def test_preposition_behind_a_preposition_is_followed() -> None:
    (sentence,) = make_sentences("Kenya pulled out of Uganda.")
    found = prepositional(sentence, 1, ("out", "of"))
    assert [sentence.tokens[each].text for each in found] == ["Uganda"]


def test_subject_of_the_inner_clause_is_found() -> None:
    assert _words("Kenya demanded that Uganda pay.", "demanded", clause_subjects) == ["Uganda"]


def test_list_of_three_is_coordinated_in_order() -> None:
    text = "Kenya, Uganda and Rwanda met."
    assert _words(text, "Kenya", coordinated) == ["Kenya", "Uganda", "Rwanda"]


@pytest.mark.parametrize(("text", "answer"), [("Kenya was praised.", "yes"), ("Kenya praised Uganda.", "no")])
def test_passive(text: str, answer: str) -> None:
    (sentence,) = make_sentences(text)
    position = [token.text for token in sentence.tokens].index("praised")
    assert is_passive(sentence, position) is (answer == "yes")
