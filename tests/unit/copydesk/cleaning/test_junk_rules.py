"""Every junk rule drops the lines it says it drops and keeps the lines it says it keeps."""

from __future__ import annotations

import pytest

from copydesk.cleaning.junk import RULES, matching_rule
from copydesk.cleaning.junk.rule import MAX_RULE_CHARACTERS, JunkRule, only

DROPS = [pytest.param(rule, line, id=f"{rule.name}-{line[:30]}") for rule in RULES for line in rule.drops]
KEEPS = [pytest.param(line, id=f"{rule.name}-{line[:30]}") for rule in RULES for line in rule.keeps]


@pytest.mark.parametrize(("rule", "line"), DROPS)
def test_rule_drops_its_examples(rule: JunkRule, line: str) -> None:
    assert rule.matches(line) is True


@pytest.mark.parametrize("line", KEEPS)
def test_no_rule_drops_the_counter_examples_of_any_rule(line: str) -> None:
    assert matching_rule(line) is None


def test_rule_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_examples_and_counter_examples(rule: JunkRule) -> None:
    assert (rule.drops != (), rule.keeps != ()) == (True, True)


@pytest.mark.parametrize("line", ['"Yes."', "No.", "More.", "“Like”"])
def test_one_word_of_speech_is_no_button(line: str) -> None:
    assert matching_rule(line) is None


def test_line_too_long_for_any_rule_stays() -> None:
    assert matching_rule("Home " * MAX_RULE_CHARACTERS) is None


def test_only_tries_longer_phrases_first() -> None:
    assert only("top", "top stories").matches("Top stories") is True
