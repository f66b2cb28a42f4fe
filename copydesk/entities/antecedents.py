"""Which places of a sentence a pronoun can refer back to, by the parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from copydesk.syntax import ancestors, children_with

if TYPE_CHECKING:
    from copydesk.records import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAID = frozenset({"ccomp", "parataxis"})
# After ", he said" there is at most a day and a place.
MAX_TOKENS_BEHIND_CLOSING_CUE = 8
_PREDICATES = frozenset({"VERB", "AUX"})


def speaks(sentence: Sentence, position: int) -> bool:
    """Whether the word is the subject of a verb of saying."""
    token = sentence.tokens[position]
    return token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in _verbs_of_saying()


def is_announced(sentence: Sentence, position: int, subject: int) -> bool:
    """Whether a pronoun runs ahead of its person: "In his speech, Mr Orlov said".

    Args:
        sentence: The parsed sentence.
        position: The pronoun.
        subject: The last word of a person who is the subject of a clause.
    """
    named, pronoun = sentence.tokens[subject], sentence.tokens[position]
    if sentence.tokens[named.head].dep != "ROOT" or subject < position:
        return False
    return not (pronoun.dep in SUBJECTS and pronoun.head == named.head)


def may_precede(sentence: Sentence, position: int, other: int) -> bool:
    """Whether a person named before a pronoun in one sentence can be meant by it.

    Args:
        sentence: The parsed sentence.
        position: The pronoun.
        other: The last word of the person's mention.
    """
    if other >= position:
        return False
    pronoun = sentence.tokens[position]
    if pronoun.dep in SUBJECTS:
        return _introduces_speech(sentence, other, position) or not _is_spoken_of(sentence, position, other)
    if pronoun.dep in ("poss", "") or pronoun.text.casefold().endswith("self"):
        return True
    # "Mr Orlov met him", "Mr Orlov has promised to meet him": somebody else.
    verbs = _verbs_above(sentence, position)
    other_head = sentence.tokens[other].head
    return other_head not in verbs or (sentence.tokens[other].dep not in SUBJECTS and other_head != verbs[0])


def _introduces_speech(sentence: Sentence, other: int, position: int) -> bool:
    """Whether a colon stands between: 'Ms Lind scolded them: "You had a year," she said'."""
    return any(token.text == ":" for token in sentence.tokens[other:position])


def _is_spoken_of(sentence: Sentence, position: int, other: int) -> bool:
    """Whether a person stands in what the pronoun says: "The plan of Mr Orlov is dead, he said"."""
    pronoun = sentence.tokens[position]
    chain = [other, *ancestors(sentence, other)]
    is_in_clause = any(
        sentence.tokens[place].dep in _SAID and sentence.tokens[place].head == pronoun.head for place in chain
    )
    return is_in_clause or _closes_sentence(sentence, position)


def _closes_sentence(sentence: Sentence, position: int) -> bool:
    """Whether "he said" stands behind a comma and nothing but time and place behind it."""
    verb = sentence.tokens[position].head
    follows_sign = position > 0 and sentence.tokens[position - 1].pos == "PUNCT"
    if not follows_sign or verb < position or not speaks(sentence, position):
        return False
    behind = sentence.tokens[verb + 1 :]
    return len(behind) <= MAX_TOKENS_BEHIND_CLOSING_CUE and not any(
        token.pos in _PREDICATES for token in behind
    )


def _verbs_above(sentence: Sentence, position: int) -> list[int]:
    """The verb whose object a pronoun is, then the verbs that lend it their subject."""
    verbs: list[int] = []
    for place in ancestors(sentence, position):
        dep = sentence.tokens[place].dep
        if dep != "prep":
            verbs.append(place)
        if dep not in ("prep", "xcomp", "conj") or children_with(sentence, place, SUBJECTS):
            break
    return verbs or [position]


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(lexicon("reporting_verbs")["statement"]["lemmas"])
