"""People without a name."""

from __future__ import annotations

import pytest

from copydesk.entities.nameless import find_nameless, is_nameless
from copydesk.entities.titles import Gender
from tests.factories import make_sentences


def nameless(text: str) -> list[str]:
    return [mention.span.of(text) for mention in find_nameless(make_sentences(text), ()).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My father often laughed.", ["father"]),
        ("A spokeswoman declined to comment.", ["spokeswoman"]),
        ("One lawyer said the case was weak.", ["lawyer"]),
        ("The president was tired.", []),
        ("The committee said it was late.", []),
        ("Two lawyers said the case was weak.", []),
        ("They met a lawyer.", []),
    ],
)
def test_one_person_in_the_role_of_the_subject(text: str, expected: list[str]) -> None:
    assert nameless(text) == expected


def test_a_noun_may_tell_the_gender() -> None:
    found = find_nameless(make_sentences("My father slept. A friend slept."), ())
    assert found.genders == {-1: Gender.MALE}
    assert all(is_nameless(mention) for mention in found.mentions)
