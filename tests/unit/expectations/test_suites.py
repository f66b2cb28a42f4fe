"""Which rows are judged, and that the dataset of these tests is a valid one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def test_valid_dataset_fails_nothing(judged: Callable[[], set[str]]) -> None:
    assert judged() == set()
