"""Whom "who" stands for, by the parse: the noun its clause hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.entities.titles import is_person_noun
from copydesk.syntax import children_with

if TYPE_CHECKING:
    from copydesk.records import Sentence

RELATIVE_TAGS = frozenset({"WP", "WDT"})
_PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
# The clause, and a second verb in it: "who came, saw and said".
_IN_CLAUSE = frozenset({"conj", "xcomp", "ccomp"})


def is_relative(sentence: Sentence, position: int) -> bool:
    """Whether the word is a relative "who" or "which"; at the start it asks."""
    return sentence.tokens[position].tag in RELATIVE_TAGS and position > 0


def antecedent(sentence: Sentence, position: int) -> int | None:
    """The word that "who" stands for; None where it may be several people or the parse does not tell.

    Args:
        sentence: The parsed sentence.
        position: The relative pronoun.
    """
    tokens = sentence.tokens
    noun = _noun_above(sentence, position)
    beside = position - 2 if tokens[position - 1].text == "," else position - 1
    if beside < 0:
        return None
    if noun is None or not (tokens[noun].pos == "PROPN" or is_person_noun(tokens[noun].text.lower())):
        # "The rise of Eva Lind, who": parsers hang the clause on the rise.
        noun = beside if tokens[beside].pos == "PROPN" else noun
    if noun is None or tokens[noun].tag == "NNS" or _is_one_of_several(sentence, noun, position):
        return None
    return noun


def _noun_above(sentence: Sentence, position: int) -> int | None:
    verb = sentence.tokens[position].head
    while sentence.tokens[verb].dep in _IN_CLAUSE and sentence.tokens[verb].head > position:
        verb = sentence.tokens[verb].head
    noun = sentence.tokens[verb].head
    return noun if sentence.tokens[verb].dep == "relcl" and noun < position else None


def _is_one_of_several(sentence: Sentence, noun: int, position: int) -> bool:
    """Whether "who" may be more than the noun: "A and B, who say", "two voters, A and B, who said"."""
    tokens = sentence.tokens
    first = noun
    while tokens[first].dep == "conj":
        first = tokens[first].head
    if first == noun and not children_with(sentence, noun, {"conj"}):
        return False
    names_several = tokens[first].dep == "appos" and tokens[tokens[first].head].tag in _PLURAL_NOUNS
    return names_several or tokens[tokens[position].head].tag == "VBP"
