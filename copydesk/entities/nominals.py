"""Descriptions that mean a person named before: "the minister" after "Minister Orlov"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.countries import country_of
from copydesk.entities.inside import is_inside
from copydesk.entities.titles import is_office
from copydesk.spans import Span
from copydesk.syntax import children_with
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.records import Mention, Sentence

ONLY_ONE_CONFIDENCE = 0.6
LATEST_CONFIDENCE = 0.4
_DETERMINERS = frozenset({"the", "this", "that"})
_MODIFIERS = ("amod", "compound", "poss", "nmod")
# A noun with these says itself who is meant: "the president of the club", "the minister, Eva Lind".
_OWN_REFERENCE = ("appos", "relcl", "acl", "prep", "nummod")
_PART_OF_NAME = frozenset({"appos", "compound", "nmod", "amod", "attr"})
# "The president" is not the vice president.
_TELLING = frozenset({"acting", "assistant", "deputy", "ex", "former", "under", "vice"})
_TIME_AND_PLACE = frozenset({"on", "at", "in", "after", "before", "during", "by", "with"})
# Too many people are one for the word to point at somebody.
_VAGUE = frozenset({"head", "member", "official", "officer", "general", "expert", "state", "deputy", "chief"})


@dataclass(frozen=True, slots=True)
class _Holder:
    """A mention with a role, and the words of the role in lower case."""

    mention: Mention
    words: frozenset[str]


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
    holders: dict[str, dict[int | None, _Holder]] = {}
    found: list[Mention] = []
    for sentence in sentences:
        for position, token in enumerate(sentence.tokens):
            if (person := persons.get(token.start)) is not None:
                _remember(holders, person)
                continue
            same_role = holders.get(token.text.casefold())
            if (
                same_role
                and not is_inside(quoted, token.start)
                and not _names_somebody(sentence, position, persons)
            ):
                found.extend(_resolved(sentence, position, same_role))
    return tuple(found)


def _remember(holders: dict[str, dict[int | None, _Holder]], person: Mention) -> None:
    words = person.role.casefold().replace("-", " ").split() if person.role else []
    head = _head(words)
    if head and head not in _VAGUE:
        of_this_role = holders.setdefault(head, {})
        of_this_role.pop(person.cluster_no, None)
        of_this_role[person.cluster_no] = _Holder(person, frozenset(words))


def _head(words: list[str]) -> str | None:
    """The noun of a role: the last office in it, else the last word before "of"."""
    offices = [word for word in words if is_office(word)]
    if offices:
        return offices[-1]
    before_of = words[: words.index("of")] if "of" in words else words
    return before_of[-1] if before_of else None


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


def _resolved(sentence: Sentence, position: int, holders: dict[int | None, _Holder]) -> Iterator[Mention]:
    determiners = [
        child
        for child in children_with(sentence, position, ("det",))
        if sentence.tokens[child].text.casefold() in _DETERMINERS
    ]
    modifiers = [sentence.tokens[child].text for child in children_with(sentence, position, _MODIFIERS)]
    fitting = [holder.mention for holder in holders.values() if _fit(modifiers, holder)]
    if not determiners or not fitting:
        return
    yield replace(
        fitting[-1],
        span=Span(sentence.tokens[determiners[0]].start, sentence.tokens[position].end),
        sentence_no=sentence.sentence_no,
        form=MentionForm.NOMINAL,
        confidence=ONLY_ONE_CONFIDENCE if len(fitting) == 1 else LATEST_CONFIDENCE,
        role=None,
    )


def _fit(modifiers: list[str], holder: _Holder) -> bool:
    """Whether all the words with a description belong to the role, and its telling words are among them."""
    own = {modifier.casefold() for modifier in modifiers if country_of(modifier) is None}
    countries = {country_of(modifier) for modifier in modifiers} - {None, holder.mention.country}
    return not countries and own <= holder.words and (holder.words & _TELLING) <= own
