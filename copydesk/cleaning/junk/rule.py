"""What a junk rule is, and the two shapes of pattern that most rules have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.vocabulary import JunkFamily

# Longer lines are paragraphs; the longest page notices that rules know stay below this.
MAX_RULE_CHARACTERS = 700
MIN_MENU_PHRASES = 3
# A paragraph may be one word long: "Yes," or No. Such a line is speech, not a button.
_SPOKEN = r"[\"“‘'«]"
_SENTENCE_END = r"(?<!\.\.)[.\"”!]"


@dataclass(frozen=True, slots=True)
class JunkRule:
    """Lines that are no part of any article, whatever stands around them.

    Attributes:
        name: What is published in `segments.rule`.
        family: The kind of junk.
        pattern: Matches the whole line.
        drops: Lines the rule must match.
        keeps: Lines that look alike and must stay.
    """

    name: str
    family: JunkFamily
    pattern: re.Pattern[str]
    drops: tuple[str, ...]
    keeps: tuple[str, ...]

    def matches(self, line: str) -> bool:
        """Whether the line, stripped of white space, is junk by this rule."""
        return len(line) <= MAX_RULE_CHARACTERS and self.pattern.fullmatch(line) is not None


def only(*phrases: str) -> re.Pattern[str]:
    """A pattern for lines made of these phrases alone, with any signs and numbers around them.

    Case is ignored, and no line that is spoken or ends like a sentence matches. The groups are
    atomic and the longest phrase is tried first, so that a line of hundreds of phrases is read once.

    >>> bool(only("share this", "tweet").fullmatch("Tweet | Share this (12)"))
    True
    >>> bool(only("share this", "tweet").fullmatch("Share this story of a tweet"))
    False
    """
    return _made_of(phrases, "++")


def menu_of(*phrases: str) -> re.Pattern[str]:
    """A pattern as of `only`, for lines of so many phrases that no heading or reply can be meant.

    >>> bool(menu_of("help", "about us", "jobs").fullmatch("Help | Jobs | About us"))
    True
    >>> bool(menu_of("help", "about us", "jobs").fullmatch("Help"))
    False
    """
    return _made_of(phrases, f"{{{MIN_MENU_PHRASES},}}+")


def opening(*phrases: str) -> re.Pattern[str]:
    """A pattern for lines that begin with one of these phrases, whatever the case, and go on anyhow.

    >>> bool(opening("best viewed in").fullmatch("» Best viewed in a browser with Flash"))
    True
    """
    any_phrase = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"[\W_]*+(?:{any_phrase})(?!\w).*", re.IGNORECASE)


def _made_of(phrases: tuple[str, ...], how_often: str) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    any_phrase = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(
        rf"""
        (?! {_SPOKEN} )
        (?> [\W\d_]*+ (?> {any_phrase} ) \b ){how_often}   # signs and numbers, a phrase, and so on
        [\W\d_]*+ (?<! {_SENTENCE_END} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )
