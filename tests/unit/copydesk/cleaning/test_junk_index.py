"""The index finds what trying every rule in order finds."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cleaning.junk import RULES, matching_rule
from copydesk.cleaning.junk.index import RuleIndex
from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening, small_letters
from schemas.vocabulary import JunkFamily

EXAMPLES = [pytest.param(rule, line, id=f"{rule.name}-{line[:30]}") for rule in RULES for line in rule.drops]
WORDS = sorted({word for rule in RULES for line in (*rule.drops, *rule.keeps) for word in line.split()})
SIGNS = ("|", " > ", "…", "...", ".", "!", '"', ":", "12", "©", " - ", "°", "\u200b", "_", "\n", "¼", "@")
ODD_CASES = str.maketrans({"i": "İ", "k": "\u212a", "s": "ſ"})
PIECES = st.sampled_from((*WORDS, *(word.upper() for word in WORDS), *SIGNS))
LINES = st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=20)


def first_by_trying(line: str) -> JunkRule | None:
    return next((rule for rule in RULES if rule.matches(line)), None)


@pytest.mark.parametrize(("rule", "line"), EXAMPLES)
def test_hints_hold_for_the_lines_that_a_rule_drops(rule: JunkRule, line: str) -> None:
    assert rule.pattern.may_match(line) is True


@given(line=LINES)
@settings(max_examples=500)
def test_index_finds_the_first_rule_in_order(line: str) -> None:
    assert matching_rule(line) is first_by_trying(line)


@given(line=LINES)
@settings(max_examples=200)
def test_hints_hold_for_every_line_that_matches(line: str) -> None:
    assert [rule.name for rule in RULES if rule.matches(line) and not rule.pattern.may_match(line)] == []


@pytest.mark.parametrize(("rule", "line"), EXAMPLES)
def test_odd_letters_change_nothing(rule: JunkRule, line: str) -> None:
    assert matching_rule(line.translate(ODD_CASES)) is first_by_trying(line.translate(ODD_CASES))


def test_first_of_two_rules_names_the_line() -> None:
    rules = [
        JunkRule("opens", JunkFamily.OTHER, opening("news"), ("News",), ("New",)),
        JunkRule("is", JunkFamily.OTHER, only("news"), ("News",), ("New",)),
    ]
    found = RuleIndex(rules).first_match("News"), RuleIndex(rules[::-1]).first_match("News")
    assert [rule.name for rule in found if rule] == ["opens", "is"]


def test_rule_without_hints_is_tried_on_every_line() -> None:
    rule = JunkRule("any", JunkFamily.OTHER, LinePattern(re.compile(".*")), ("Oslo",), ())
    assert RuleIndex([rule]).first_match("Talks resume in Oslo.") is rule


def test_hardly_any_rule_is_without_hints() -> None:
    unhinted = [rule.name for rule in RULES if not rule.pattern.has_hints]
    assert len(unhinted) <= 3


def test_no_letter_becomes_a_sign_or_two_letters_when_made_small() -> None:
    """Patterns in small letters rest on it; a capital sign such as a letter in a circle stays a sign."""
    letter = re.compile(r"[^\W\d_]")
    characters = map(chr, range(sys.maxunicode + 1))
    changed = ((one, small_letters(one)) for one in characters if one != small_letters(one))
    assert [
        one
        for one, small in changed
        if len(small) != 1 or (letter.match(one) is None) != (letter.match(small) is None)
    ] == []


@pytest.mark.parametrize("letter", "İıſ\u212a")
def test_odd_letters_are_those_that_ignoring_case_takes_for_ascii(letter: str) -> None:
    assert re.fullmatch(small_letters(letter), letter, re.IGNORECASE) is not None


def test_no_other_letter_is_taken_for_ascii() -> None:
    ascii_letter = re.compile("[a-z]", re.IGNORECASE)
    taken = {chr(no) for no in range(128, sys.maxunicode + 1) if ascii_letter.match(chr(no))}
    assert {letter for letter in taken if not small_letters(letter).isascii()} == set()
