"""How many people a sentence says were killed or injured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.events.clauses import doers, undergoers
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.records import Sentence

_KILLING = frozenset({"kill", "slay", "massacre", "murder", "slaughter", "assassinate"})
_DYING = frozenset({"die", "perish"})
_INJURING = frozenset({"injure", "wound", "hurt"})
# "Up to 50", "nearly 50": not a number that the sentence vouches for.
_VAGUE = frozenset(
    {"up", "nearly", "almost", "about", "around", "some", "roughly", "approximately", "under", "fewer"}
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: value for value, word in enumerate(_UNITS + _TEENS)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
}
_MULTIPLES = {"hundred": 100, "thousand": 1000}


@dataclass(frozen=True, slots=True)
class Casualties:
    """The numbers of killed and injured; None where the sentence gives none."""

    fatalities: int | None = None
    injuries: int | None = None


def find_casualties(sentence: Sentence, verbs: Iterable[int]) -> Casualties:
    """Count the people that these verbs say were killed and injured; a vague number ("dozens") is none.

    Args:
        sentence: The sentence.
        verbs: Positions of verbs; those that neither kill nor injure are passed over.
    """
    fatalities: int | None = None
    injuries: int | None = None
    for position in verbs:
        lemma = sentence.tokens[position].lemma.lower()
        if _is_alternative(sentence, position):
            continue
        if fatalities is None and lemma in _KILLING:
            fatalities = _first_count(sentence, undergoers(sentence, position))
        elif fatalities is None and lemma in _DYING:
            fatalities = _first_count(sentence, doers(sentence, position))
        elif injuries is None and lemma in _INJURING:
            injuries = _first_count(sentence, undergoers(sentence, position))
    return Casualties(fatalities, injuries)


def _is_alternative(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is one of two: `killing or wounding 50` counts neither."""
    token = sentence.tokens[verb]
    joined = [verb, *([token.head] if token.dep == "conj" else [])]
    conjunctions = [cc for each in joined for cc in children_with(sentence, each, ("cc",))]
    return any(sentence.tokens[cc].text.lower() == "or" for cc in conjunctions)


def whole_number(words: str) -> int | None:
    """The number that digits or words name; None where they name none.

    >>> whole_number("1,200"), whole_number("two hundred"), whole_number("dozens")
    (1200, 200, None)
    """
    lowered = words.lower().strip()
    if _DIGITS.fullmatch(lowered):
        return int(lowered.replace(",", ""))
    total = 0
    for word in re.split(r"[\s-]+(?:and\s+)?", lowered):
        if word in _MULTIPLES:
            total = max(total, 1) * _MULTIPLES[word]
        elif word in _WORDS:
            total += _WORDS[word]
        else:
            return None
    return total


def _first_count(sentence: Sentence, heads: list[int]) -> int | None:
    for head in heads:
        count = _count(sentence, head)
        if count is not None:
            return count
    return None


def _count(sentence: Sentence, head: int) -> int | None:
    """The number before a noun (`at least 12 people`), or the number that stands for one (`killing 12`)."""
    token = sentence.tokens[head]
    numerals = [head] if token.pos == "NUM" else children_with(sentence, head, ("nummod",))
    for numeral in numerals:
        parts = [*children_with(sentence, numeral, ("compound", "nummod")), numeral]
        modifiers = children_with(sentence, numeral, ("advmod", "quantmod", "amod", "nmod"))
        if any(sentence.tokens[each].text.lower() in _VAGUE for each in modifiers):
            return None
        return whole_number(" ".join(sentence.tokens[part].text for part in parts))
    return None
