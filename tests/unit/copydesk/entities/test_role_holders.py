"""Who holds which office; how descriptions use it is tested with `nominals`."""

from __future__ import annotations

import pytest

from copydesk.entities.role_holders import RoleHolders, same_word


@pytest.mark.parametrize(
    ("word", "expected"), [("Sen.", "senator"), ("GOP", "republican"), ("Minister", "minister")]
)
def test_other_ways_to_say_a_word_are_that_word(word: str, expected: str) -> None:
    assert same_word(word) == expected


def test_nobody_mentioned_holds_nothing() -> None:
    assert not RoleHolders().know("minister")
    assert RoleHolders().holder("nominee", (), 0) is None
