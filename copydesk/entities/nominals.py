"""Descriptions that mean a person named before: "the minister" after "Minister Orlov"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.entities.inside import is_inside
from copydesk.entities.named import tokens_of
from copydesk.entities.role_holders import CORRESPONDENT, RoleHolders, same_word
from copydesk.spans import Span
from copydesk.syntax import children_with
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.records import Mention, Sentence

_OUR = "our"
_DETERMINERS = frozenset({"the", "this", "that"})
_MODIFIERS = ("amod", "compound", "poss", "nmod")
# A noun with these says itself who is meant: "the president of the club", "the minister, Eva Lind".
_OWN_REFERENCE = ("appos", "relcl", "acl", "prep", "nummod")
_PART_OF_NAME = frozenset({"appos", "compound", "nmod", "amod", "attr"})
_TIME_AND_PLACE = frozenset({"on", "at", "in", "after", "before", "during", "by", "with"})


def find_nominals(
    sentences: tuple[Sentence, ...], names: tuple[Mention, ...], quoted: tuple[Span, ...]
) -> tuple[Mention, ...]:
    """Find descriptions with "the" that repeat a role given with a name before.

    Args:
        sentences: The parsed sentences of the article.
        names: Its names as mentions, in order.
        quoted: Stretches within quotation marks, in order, in which nothing is resolved.
    """
    persons = {mention.span.start: mention for mention in names if mention.label is MentionLabel.PERSON}
    holders = RoleHolders()
    found: list[Mention] = []
    for sentence in sentences:
        for position, token in enumerate(sentence.tokens):
            if (person := persons.get(token.start)) is not None:
                holders.remember(person, sentence, *tokens_of(sentence, person.span))
            elif (
                holders.know(same_word(token.text))
                and not is_inside(quoted, token.start)
                and not _names_somebody(sentence, position, persons)
            ):
                found.extend(_resolved(sentence, position, holders))
    return tuple(found)


def _names_somebody(sentence: Sentence, position: int, persons: Mapping[int, Mention]) -> bool:
    """Whether the noun belongs to a name, or says itself whose or which it is."""
    token = sentence.tokens[position]
    if token.tag not in ("NN", "NNP") or token.dep in _PART_OF_NAME:
        return True
    if position + 1 < len(sentence.tokens) and sentence.tokens[position + 1].start in persons:
        return True
    return any(
        sentence.tokens[child].lemma not in _TIME_AND_PLACE
        for child in children_with(sentence, position, _OWN_REFERENCE)
    )


def _is_of_the_outlet(sentence: Sentence, child: int) -> bool:
    """Whether a word is the "our" of "our correspondent", whom the outlet itself speaks of."""
    owner = sentence.tokens[child]
    return owner.text.casefold() == _OUR and same_word(sentence.tokens[owner.head].text) == CORRESPONDENT


def _resolved(sentence: Sentence, position: int, holders: RoleHolders) -> Iterator[Mention]:
    determiners = [
        child
        for child in children_with(sentence, position, ("det", "poss"))
        if sentence.tokens[child].text.casefold() in _DETERMINERS or _is_of_the_outlet(sentence, child)
    ]
    if not determiners:
        return
    modifiers = [
        sentence.tokens[child]
        for child in children_with(sentence, position, _MODIFIERS)
        if child not in determiners
    ]
    holder = holders.holder(same_word(sentence.tokens[position].text), modifiers, sentence.paragraph_no)
    if holder is None:
        return
    yield replace(
        holder.mention,
        span=Span(sentence.tokens[determiners[0]].start, sentence.tokens[position].end),
        sentence_no=sentence.sentence_no,
        form=MentionForm.NOMINAL,
        confidence=holder.confidence,
        role=None,
    )
