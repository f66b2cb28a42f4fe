"""Whether the clause around a word tells of something still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.syntax import ancestors, children_with

if TYPE_CHECKING:
    from copydesk.records import Sentence

_AUXILIARIES = frozenset({"will", "shall", "would", "'ll", "’ll", "wo"})
# "Talks scheduled for Friday", "is due to meet on Friday".
_AHEAD_ALONE = frozenset({"due", "schedule", "slate", "upcoming"})
# "Agreed to meet on Friday", but not "agreed on Friday": only what these govern lies ahead.
_AHEAD_OVER_INFINITIVE = frozenset({"agree", "expect", "intend", "plan", "promise", "set", "vow"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "csubj"})


def looks_ahead(sentence: Sentence, position: int) -> bool:
    """Whether the clause of a token is about the future, its own or that of "said he would".

    Args:
        sentence: The parsed sentence.
        position: Position of the token, such as the last word of a date.
    """
    is_infinitive = False
    for place in (position, *ancestors(sentence, position)):
        token = sentence.tokens[place]
        helpers = [
            sentence.tokens[child] for child in children_with(sentence, place, ("aux", "acomp", "amod"))
        ]
        if any(helper.text.casefold() in _AUXILIARIES or helper.lemma in _AHEAD_ALONE for helper in helpers):
            return True
        if token.lemma in _AHEAD_ALONE or (is_infinitive and token.lemma in _AHEAD_OVER_INFINITIVE):
            return True
        if token.dep in _CLAUSES and token.pos in ("VERB", "AUX"):
            return False
        is_infinitive = is_infinitive or any(helper.tag == "TO" for helper in helpers)
    return False
