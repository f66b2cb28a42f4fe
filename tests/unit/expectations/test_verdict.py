"""What a verdict says on one line, and when it stands."""

from __future__ import annotations

import pytest

from expectations.expectation import Action, Severity
from expectations.verdict import Failure, Verdict


def _failure(
    action: Action = Action.STOP, *, column: str = "kind", keys: tuple[str, ...] = ("q0", "q1")
) -> Failure:
    return Failure("quotes", column, "kind_is_known", "is known", action, len(keys), keys, ("shouted",))


def test_message_names_place_severity_and_first_key() -> None:
    assert _failure().message() == "quotes.kind: is known [critical]: 2 rows, e.g. q0"


def test_message_about_a_whole_table_names_no_column() -> None:
    assert _failure(column="", keys=()).message() == "quotes: is known [critical]: 0 rows"


def test_message_about_one_row_is_in_the_singular() -> None:
    assert (
        _failure(Action.REPORT, keys=("q0",)).message() == "quotes.kind: is known [warning]: 1 row, e.g. q0"
    )


@pytest.mark.parametrize(
    ("action", "passed"), [(Action.STOP, False), (Action.QUARANTINE, True), (Action.REPORT, True)]
)
def test_only_a_critical_failure_stops_publication(action: Action, *, passed: bool) -> None:
    assert Verdict((), (_failure(action),), {}).passed is passed


def test_verdict_without_failures_passes() -> None:
    assert Verdict((), (), {}).passed


def test_severity_follows_from_the_action() -> None:
    assert [action.severity for action in Action] == [Severity.CRITICAL, Severity.WARNING, Severity.WARNING]
