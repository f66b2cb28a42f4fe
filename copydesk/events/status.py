"""Whether an event is told as having happened: what stands over it, beside it and before it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon
from copydesk.syntax import children_with
from schemas.codebook import EVENT_TYPES, TriggerKind
from schemas.vocabulary import EventStatus, QuadClass

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
_PURPOSE_DEPS = frozenset({"acl", "advcl", "relcl"})
_ANNOUNCING = frozenset({"will", "shall", "would"})
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "ccomp", "xcomp", "advcl"})
_INFINITIVE_DEPS = frozenset({"xcomp", "acl"})
# "Is to meet", "has to meet", "includes meeting" are plans and duties, "has a meeting" is none.
_BARE_VERBS = frozenset({"be", "go", "have", "set", "like", "need", "include"})
_PAST_TAGS = frozenset({"VBD", "VBN"})
_READING_ORDER = (
    EventStatus.NEGATED,
    EventStatus.HYPOTHETICAL,
    EventStatus.PLANNED,
    EventStatus.BACKGROUND,
)
# Without a verb these nouns name a state that lasts: support for Peru, hostility to Peru, sanctions on Peru.
_STANDING = frozenset({"SUPPORT", "ACCUSE", "SANCTION"})


def classify_status(sentence: Sentence, found: FoundTrigger) -> EventStatus:
    """Tell whether the sentence says that the event happened, will, might or did not.

    A negation anywhere over the event wins over a condition, a condition over a plan. `BACKGROUND` is
    what a bare noun mentions in passing; what happened long ago is told by its date, not here.
    """
    readings = set(_noun_readings(sentence, found))
    for position, through in _chain(sentence, found.anchor):
        readings.update(_readings(sentence, position, through))
    for status in _READING_ORDER:
        if status in readings:
            return status
    return EventStatus.BACKGROUND if _is_in_passing(sentence, found) else EventStatus.ACTUAL


def _is_in_passing(sentence: Sentence, found: FoundTrigger) -> bool:
    """Whether a noun without a verb of its own only explains the news: `strained by the war with Georgia`."""
    if found.trigger.kind is not TriggerKind.NOUN or found.support is not None:
        return False
    event_type = EVENT_TYPES[found.event_type]
    is_behind_preposition = sentence.tokens[found.head].dep == "pobj"
    is_material = event_type.quad_class is QuadClass.MATERIAL_CONFLICT
    return event_type.code in _STANDING or (is_material and is_behind_preposition)


def announces(sentence: Sentence, found: FoundTrigger) -> bool:
    """Whether the sentence is itself the announcement: `Syria will accept refugees`, `plans to accept`."""
    if found.trigger.kind is not TriggerKind.VERB and found.support is None:
        return False
    verb = sentence.tokens[found.anchor]
    words = {_auxiliary(sentence, child) for child in _auxiliaries(sentence, found.anchor)}
    if words & _ANNOUNCING:
        return True
    above = sentence.tokens[verb.head]
    return verb.dep == "xcomp" and "to" in words and above.lemma.lower() in _words("planned", "governors")


def _chain(sentence: Sentence, anchor: int) -> Iterator[tuple[int, str | None]]:
    """The event's position and those of the words that decide about it, from the inside out.

    With each comes the relation by which the one before hangs on it.
    """
    position = anchor
    yield position, None
    while _is_decided_above(sentence, position):
        through = sentence.tokens[position].dep
        position = sentence.tokens[position].head
        yield position, through


def _is_decided_above(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    is_below = (
        token.dep in _OPERATOR_DEPS or _is_extraposed(sentence, position) or _is_content(sentence, position)
    )
    if token.head == position or not is_below:
        return False
    if token.pos == "ADP" and token.text.lower() in _PRESUPPOSING:
        # "After a meeting" takes it for granted, "plans on meeting" does not.
        return bool(children_with(sentence, position, ("pcomp",)))
    return token.dep != "conj" or not _has_own_tense(sentence, position)


def _is_content(sentence: Sentence, position: int) -> bool:
    """Whether the clause is what a noun before it tells, not which one it is: `the report that they met`."""
    is_relative = sentence.tokens[position].dep == "relcl"
    return is_relative and bool(children_with(sentence, position, ("mark",)))


def _is_extraposed(sentence: Sentence, position: int) -> bool:
    """Whether the clause is what a form of `be` judges: `it is not possible for them to meet`."""
    token = sentence.tokens[position]
    infinitives = [child for child in _auxiliaries(sentence, position) if sentence.tokens[child].tag == "TO"]
    return token.dep == "advcl" and sentence.tokens[token.head].lemma == "be" and bool(infinitives)


def _has_own_tense(sentence: Sentence, position: int) -> bool:
    has_subject = bool(children_with(sentence, position, ("nsubj", "nsubjpass", "aux")))
    return has_subject or sentence.tokens[position].tag in {"VBD", "VBZ", "VBP"}


def _readings(sentence: Sentence, position: int, through: str | None) -> Iterator[EventStatus]:
    """What one word says about the event that hangs on it by the relation `through`; None is its own word."""
    # "He did not say that they met": the negation is of the saying.
    if children_with(sentence, position, ("neg",)) and through != "ccomp":
        yield EventStatus.NEGATED
    if through is None:
        yield from _side_readings(sentence, position)
    if through is not None:
        yield from _governor_readings(sentence.tokens[position].lemma.lower(), through)
    if through in _SUBJECT_DEPS:
        # "A war is unlikely", "the report that they met is false": the predicate decides.
        for child in children_with(sentence, position, ("acomp", "attr")):
            yield from _governor_readings(sentence.tokens[child].lemma.lower(), "acomp")
    yield from _clause_readings(sentence, position)
    if through is None and (_is_supposed(sentence, position) or _is_purpose(sentence, position)):
        yield EventStatus.HYPOTHETICAL


def _is_purpose(sentence: Sentence, position: int) -> bool:
    """Whether an infinitive only tells what something is for: `time to end it`, not `travelled to meet`."""
    token = sentence.tokens[position]
    is_infinitive = any(sentence.tokens[each].tag == "TO" for each in _auxiliaries(sentence, position))
    if not is_infinitive or token.dep not in _PURPOSE_DEPS:
        return False
    return sentence.tokens[token.head].lemma.lower() not in _words("planned", "setting_out")


def _is_supposed(sentence: Sentence, position: int) -> bool:
    """Whether the clause is a condition by its order alone: `had Chad attacked`, `should Chad attack`."""
    if sentence.tokens[position].dep != "advcl" or children_with(sentence, position, ("mark",)):
        return False
    subjects = children_with(sentence, position, ("nsubj", "nsubjpass"))
    first = [each for each in _auxiliaries(sentence, position) if subjects and each < subjects[0]]
    return any(_auxiliary(sentence, each) in {"had", "should", "were"} for each in first)


def _side_readings(sentence: Sentence, position: int) -> Iterator[EventStatus]:
    """What the sides of the verb say: `No ministers have met` denies it, `anyone who attacks` supposes it."""
    sides = children_with(sentence, position, ("nsubj", "nsubjpass", "dobj"))
    before = ("det", "preconj", "cc")
    words = {
        sentence.tokens[each].text.lower()
        for side in sides
        for each in (side, *children_with(sentence, side, before))
    }
    if sentence.tokens[position].dep == "relcl":
        words.add(sentence.tokens[sentence.tokens[position].head].text.lower())
    if words & _words("negated", "sides"):
        yield EventStatus.NEGATED
    if words & _words("hypothetical", "sides") or sentence.tokens[-1].text == "?":
        yield EventStatus.HYPOTHETICAL


def _governor_readings(lemma: str, through: str) -> Iterator[EventStatus]:
    if through not in _INFINITIVE_DEPS and lemma in _BARE_VERBS:
        return
    for status in _READING_ORDER:
        if lemma in _words(status.value, "governors"):
            yield status


def _clause_readings(sentence: Sentence, position: int) -> Iterator[EventStatus]:
    for child in _auxiliaries(sentence, position):
        word = _auxiliary(sentence, child)
        if word == "would" and _is_reported(sentence, position):
            yield EventStatus.PLANNED
        elif word in _words("hypothetical", "modals"):
            yield EventStatus.HYPOTHETICAL
        elif word in _words("planned", "modals"):
            yield EventStatus.PLANNED
    if _is_told_before(sentence, position):
        yield EventStatus.BACKGROUND
    for child in children_with(sentence, position, ("mark",)):
        if sentence.tokens[child].text.lower() in _words("hypothetical", "marks"):
            yield EventStatus.HYPOTHETICAL


def _is_told_before(sentence: Sentence, position: int) -> bool:
    """Whether a clause beside a noun tells what was before: `troops sent in March`, `who had met Paz`."""
    token = sentence.tokens[position]
    if token.dep == "acl":
        return token.tag == "VBN"
    had = any(sentence.tokens[each].text.lower() == "had" for each in _auxiliaries(sentence, position))
    return token.dep in {"relcl", "advcl"} and had


def _noun_readings(sentence: Sentence, found: FoundTrigger) -> Iterator[EventStatus]:
    if found.trigger.kind is not TriggerKind.NOUN:
        return
    for child in sentence.children[found.head]:
        word = sentence.tokens[child].text.lower()
        for status in _READING_ORDER:
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


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("operators")[section].get(key, ()))
