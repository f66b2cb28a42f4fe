"""Whether an event is told as having happened: what stands over it, beside it and before it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from copydesk.syntax import children_with
from schemas.codebook import TriggerKind
from schemas.vocabulary import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import Sentence

# Through these relations an outer word decides about what stands below it.
_OPERATOR_DEPS = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "nsubj", "nsubjpass", "conj", "attr"}
)
# `after a meeting`, `during the talks`: the noun is taken for granted, whatever the clause around it says.
_PRESUPPOSING = frozenset(
    {
        "after",
        "during",
        "since",
        "before",
        "following",
        "amid",
        "at",
        "in",
        "despite",
        "over",
        "from",
        "to",
        "by",
        "on",
    }
)
_PAST_TAGS = frozenset({"VBD", "VBN"})


def classify_status(sentence: Sentence, found: FoundTrigger) -> EventStatus:
    """Tell whether the sentence says that the event happened, will, might or did not.

    A negation anywhere over the event wins over a condition, a condition over a plan. What happened
    long before the article's own time (`BACKGROUND`) is decided by its date, not here.
    """
    readings = set(_noun_readings(sentence, found))
    for position in _chain(sentence, found.anchor):
        readings.update(_readings(sentence, position, is_event=position == found.anchor))
    for status in (EventStatus.NEGATED, EventStatus.HYPOTHETICAL, EventStatus.PLANNED):
        if status in readings:
            return status
    return EventStatus.ACTUAL


def announces(sentence: Sentence, found: FoundTrigger) -> bool:
    """Whether the event's own clause says `will` or `would`: `Syria said it would not accept refugees`."""
    if found.trigger.kind is not TriggerKind.VERB:
        return False
    return any(
        _auxiliary(sentence, child) in {"will", "shall", "would"}
        for child in _auxiliaries(sentence, found.head)
    )


def _chain(sentence: Sentence, anchor: int) -> Iterator[int]:
    """The event's position and those of the words that decide about it, from the inside out."""
    position = anchor
    yield position
    while True:
        token = sentence.tokens[position]
        if token.head == position or not (token.dep in _OPERATOR_DEPS or _is_extraposed(sentence, position)):
            return
        if token.dep == "prep" and token.text.lower() in _PRESUPPOSING:
            return
        if token.dep == "conj" and _has_own_tense(sentence, position):
            return
        position = token.head
        yield position


def _is_extraposed(sentence: Sentence, position: int) -> bool:
    """Whether the clause is what a form of `be` judges: `it is not possible for them to meet`."""
    token = sentence.tokens[position]
    infinitives = [child for child in _auxiliaries(sentence, position) if sentence.tokens[child].tag == "TO"]
    return token.dep == "advcl" and sentence.tokens[token.head].lemma == "be" and bool(infinitives)


def _has_own_tense(sentence: Sentence, position: int) -> bool:
    has_subject = bool(children_with(sentence, position, ("nsubj", "nsubjpass", "aux")))
    return has_subject or sentence.tokens[position].tag in {"VBD", "VBZ", "VBP"}


def _readings(sentence: Sentence, position: int, *, is_event: bool) -> Iterator[EventStatus]:
    token = sentence.tokens[position]
    lemma = token.lemma.lower()
    # "He did not say that they met": the negation is of the saying.
    if children_with(sentence, position, ("neg",)) and (
        is_event or not _is_over_a_clause(sentence, position)
    ):
        yield EventStatus.NEGATED
    if not is_event and lemma in _words("negated", "governors"):
        yield EventStatus.NEGATED
    if not is_event and _is_over_an_infinitive(sentence, position):
        if lemma in _words("hypothetical", "governors"):
            yield EventStatus.HYPOTHETICAL
        if lemma in _words("planned", "governors"):
            yield EventStatus.PLANNED
    yield from _clause_readings(sentence, position)


def _clause_readings(sentence: Sentence, position: int) -> Iterator[EventStatus]:
    for child in _auxiliaries(sentence, position):
        word = _auxiliary(sentence, child)
        if word == "would" and _is_reported(sentence, position):
            yield EventStatus.PLANNED
        elif word in _words("hypothetical", "modals"):
            yield EventStatus.HYPOTHETICAL
        elif word in _words("planned", "modals"):
            yield EventStatus.PLANNED
    for child in children_with(sentence, position, ("mark",)):
        if sentence.tokens[child].text.lower() in _words("hypothetical", "marks"):
            yield EventStatus.HYPOTHETICAL


def _noun_readings(sentence: Sentence, found: FoundTrigger) -> Iterator[EventStatus]:
    if found.trigger.kind is not TriggerKind.NOUN:
        return
    for child in sentence.children[found.head]:
        word = sentence.tokens[child].text.lower()
        for status in (EventStatus.NEGATED, EventStatus.HYPOTHETICAL, EventStatus.PLANNED):
            if word in _words(status.value, "modifiers"):
                yield status


def _auxiliaries(sentence: Sentence, position: int) -> list[int]:
    return children_with(sentence, position, ("aux",))


def _auxiliary(sentence: Sentence, position: int) -> str:
    """The auxiliary in its plain form: `wo` of `won't` is `will`, `'d` is `would`."""
    lowered = sentence.tokens[position].text.lower()
    return {"wo": "will", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would"}.get(lowered, lowered)


def _is_reported(sentence: Sentence, position: int) -> bool:
    """Whether the clause depends on a past verb: `said it would` tells of a plan, not of a condition."""
    token = sentence.tokens[position]
    return token.dep == "ccomp" and sentence.tokens[token.head].tag in _PAST_TAGS


def _is_over_a_clause(sentence: Sentence, position: int) -> bool:
    return bool(children_with(sentence, position, ("ccomp",)))


def _is_over_an_infinitive(sentence: Sentence, position: int) -> bool:
    """Whether a `to` clause, a clause or a noun phrase as object hangs on the word."""
    return bool(children_with(sentence, position, ("xcomp", "acl", "ccomp", "dobj", "prep", "relcl")))


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("operators")[section].get(key, ()))
