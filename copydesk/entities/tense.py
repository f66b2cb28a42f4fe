"""Whether the clause around a word tells of something still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.syntax import ancestors, children_with

if TYPE_CHECKING:
    from copydesk.records import Sentence

_AUXILIARIES = frozenset({"will", "shall", "would", "'ll", "’ll", "wo"})
# "is due to meet on Friday", "talks scheduled for Friday", "agreed to meet on Friday".
_AHEAD = frozenset(
    {"due", "schedule", "plan", "expect", "intend", "agree", "promise", "set", "slate", "upcoming", "invite"}
)
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"})


def looks_ahead(sentence: Sentence, position: int) -> bool:
    """Whether the clause of a token is about the future, its own or that of "said he would".

    Args:
        sentence: The parsed sentence.
        position: Position of the token, such as the last word of a date.
    """
    for place in (position, *ancestors(sentence, position)):
        token = sentence.tokens[place]
        helpers = children_with(sentence, place, ("aux", "acomp", "amod"))
        if token.lemma.casefold() in _AHEAD and token.tag != "NN":
            return True
        if any(sentence.tokens[child].text.casefold() in _AUXILIARIES for child in helpers):
            return True
        if any(sentence.tokens[child].lemma.casefold() in _AHEAD for child in helpers):
            return True
        if token.dep in _CLAUSES and token.pos in ("VERB", "AUX"):
            return False
    return False
