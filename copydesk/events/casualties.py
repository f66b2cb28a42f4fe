"""How many people a sentence says were killed or injured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.entities.titles import is_person_noun
from copydesk.events.clauses import coordinated, doers, undergoers
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.records import Sentence

_KILLING = frozenset({"kill", "slay", "massacre", "murder", "slaughter", "assassinate"})
_DYING = frozenset({"die", "perish"})
_DEAD = "dead"
_LIFE = "life"
_TAKING_LIVES = frozenset({"claim", "take", "cost"})
_INJURED = frozenset({"injured", "wounded"})
_LEAVING = frozenset({"leave", "be", "lie"})
_PREDICATE_DEPS = frozenset({"oprd", "acomp", "xcomp", "ccomp", "attr"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_QUANTITIES = frozenset({"number", "order", "power", "remainder", "manner"})
_ONE = frozenset({"a", "an", "the", "another", "one"})
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
    """Count the people that these words say were killed and injured; a vague number ("dozens") is none.

    Args:
        sentence: The sentence.
        verbs: Positions of verbs and other words; those that neither kill nor injure are passed over.
    """
    fatalities: int | None = None
    injuries: int | None = None
    for position in verbs:
        if _is_alternative(sentence, position):
            continue
        if fatalities is None:
            fatalities = _sum(sentence, _killed(sentence, position))
        if injuries is None:
            injuries = _sum(sentence, _injured(sentence, position))
    return Casualties(fatalities, injuries)


def _killed(sentence: Sentence, position: int) -> list[int]:
    """Heads of the phrases that name those whom this word says dead."""
    token = sentence.tokens[position]
    lemma = token.lemma.lower()
    if lemma in _KILLING:
        return _hit(sentence, position)
    if lemma in _DYING:
        return doers(sentence, position)
    if lemma == _DEAD:
        return _described(sentence, position)
    lives = [each for each in undergoers(sentence, position) if sentence.tokens[each].lemma.lower() == _LIFE]
    if lemma == "lose" and lives:
        return doers(sentence, position)
    return lives if lemma in _TAKING_LIVES else []


def _injured(sentence: Sentence, position: int) -> list[int]:
    """Heads of the phrases that name those whom this word says hurt."""
    token = sentence.tokens[position]
    if token.lemma.lower() not in _INJURING and token.text.lower() not in _INJURED:
        return []
    is_verb = token.pos == "VERB" and token.dep not in _PREDICATE_DEPS
    return _hit(sentence, position) if is_verb else _described(sentence, position)


def _hit(sentence: Sentence, verb: int) -> list[int]:
    """Whom a verb strikes: its object in any case, as the parser takes `the raid killed ten` for a passive.

    In `two were killed and ten wounded` the subject is struck, too.
    """
    objects = [
        each for child in children_with(sentence, verb, ("dobj",)) for each in coordinated(sentence, child)
    ]
    token = sentence.tokens[verb]
    is_elliptic = token.dep == "conj" and token.tag == "VBN" and not children_with(sentence, verb, ("aux",))
    subjects = children_with(sentence, verb, ("nsubj",)) if is_elliptic else []
    return objects or subjects or undergoers(sentence, verb)


def _described(sentence: Sentence, position: int) -> list[int]:
    """Who is said to be so: `ten people are dead`, `left ten people dead`, `ten dead`."""
    subjects = children_with(sentence, position, ("nsubj", "nsubjpass"))
    if subjects or children_with(sentence, position, ("nummod",)):
        return subjects or [position]
    token = sentence.tokens[position]
    above = sentence.tokens[token.head]
    if token.dep not in _PREDICATE_DEPS or above.lemma.lower() not in _LEAVING:
        return []
    if above.lemma.lower() == "leave":
        return children_with(sentence, token.head, ("dobj",))
    return doers(sentence, token.head)


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


def _sum(sentence: Sentence, heads: list[int]) -> int | None:
    """The number of all: `two soldiers and a guide` are three, `ten soldiers and villagers` ten.

    None where one of them has a vague number or none that says how many.
    """
    total: int | None = None
    # "Killed ten people as well as themselves": who does it is not counted.
    for head in (each for each in heads if sentence.tokens[each].pos != "PRON"):
        count = _count(sentence, head)
        is_bare = sentence.tokens[head].tag in _PLURAL_TAGS and not _specified(sentence, head)
        if count is None and not (is_bare and total is not None):
            return None
        total = (total or 0) + (count or 0)
    return total


def _specified(sentence: Sentence, head: int) -> list[int]:
    return children_with(sentence, head, ("det", "nummod", "amod", "poss", "quantmod"))


def _count(sentence: Sentence, head: int) -> int | None:
    """The number before a noun (`at least 12 people`), or the number that stands for one (`killing 12`)."""
    token = sentence.tokens[head]
    numerals = [head] if token.pos == "NUM" else children_with(sentence, head, ("nummod",))
    for numeral in numerals:
        parts = [*children_with(sentence, numeral, ("compound", "nummod")), numeral]
        if children_with(sentence, numeral, ("conj",)):
            # "One and a half thousand".
            return None
        modifiers = children_with(sentence, numeral, ("advmod", "quantmod", "amod", "nmod"))
        if any(sentence.tokens[each].text.lower() in _VAGUE for each in modifiers):
            return None
        return whole_number(" ".join(sentence.tokens[part].text for part in parts))
    return 1 if _is_one_person(sentence, head) else None


def _is_one_person(sentence: Sentence, head: int) -> bool:
    """Whether the noun is one person's: `a guard`, `the deputy mayor`, or a person's name."""
    token = sentence.tokens[head]
    if token.entity == "PERSON" and token.tag == "NNP":
        return True
    # "The driver and the guide", but not "no driver" and "every driver".
    determiners = children_with(sentence, head, ("det", "poss"))
    is_definite = any(sentence.tokens[each].text.lower() in _ONE for each in determiners)
    is_owned = any(sentence.tokens[each].dep == "poss" for each in determiners)
    is_singular = token.tag == "NN" and token.lemma.lower() not in _QUANTITIES
    return is_singular and (is_definite or is_owned) and is_person_noun(token.text)
