"""Where the words of the codebook name an event in a parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from copydesk.events.clauses import undergoers
from copydesk.events.wording import matched_words
from copydesk.lexicons import lexicon
from copydesk.spans import Span, merged
from copydesk.syntax import ancestors
from schemas.codebook import EVENT_TYPES, Trigger, TriggerKind
from schemas.vocabulary import QuadClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.records import Sentence

# `Is ready to help`: an adjective that says something of the subject.
_PREDICATE_DEPS = frozenset({"acomp", "oprd", "ROOT", "conj", "ccomp"})
# Verbs that stand before a noun as if they were adjectives (`proposed changes`) name no event here.
_ATTRIBUTIVE_DEPS = frozenset({"amod", "compound", "aux", "auxpass", "nmod"})
_COMPLEMENT_DEPS = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "nsubjpass", "pcomp", "acl", "oprd", "conj", "dative", "attr"}
)
_VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
# To send troops is one thing, to send troops on a peacekeeping mission another.
_NEAR_WEIGHT = 2
_PARTNERS = frozenset({"with", "between", "against"})
_ASIDE_DEPS = frozenset({"advcl", "xcomp", "acl", "relcl", "conj", "ccomp"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
# One character between two words: they are one stretch of the trigger.
_WORD_GAP = 1


@dataclass(frozen=True, slots=True)
class FoundTrigger:
    """Words in a sentence that name an event.

    Attributes:
        event_type: Code of the codebook.
        trigger: The codebook's entry.
        head: Position of the verb or noun that names it.
        words: Positions of all words that name it, in order.
        support: Position of the verb that carries a noun (`hold` in `hold talks`), if there is one.
        others: What the same word names where actors that this reading needs are not there.
        mode: The entry's mode, or that of what is asked, refused or threatened.
    """

    event_type: str
    trigger: Trigger
    head: int
    words: tuple[int, ...]
    support: int | None = None
    others: tuple[FoundTrigger, ...] = ()
    mode: str | None = None

    @property
    def anchor(self) -> int:
        """The position that time, place and negation hang on."""
        return self.head if self.support is None else self.support

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """The words in the text, neighbours joined."""
        return tuple(merged([sentence.tokens[word].span for word in self.words], gap=_WORD_GAP))


def find_triggers(sentence: Sentence) -> list[FoundTrigger]:
    """Find the events a sentence names, one for each naming word, in the order of the text.

    What an outer verb promises, refuses, demands or threatens is no event of its own, and a noun that
    is part of a verb's phrase (`held talks`) is not found twice, nor a verb that carries a noun which
    says more (`announced a suspension of aid`).
    """
    found = [match for position in range(len(sentence.tokens)) if (match := _match(sentence, position))]
    fuller = {match.support: match for match in found if match.support is not None and match.trigger.objects}
    found = [
        match for match in found if match.head not in fuller or not _says_less(match, fuller[match.head])
    ]
    by_head = {match.head: match for match in found}
    taken = {
        word
        for match in found
        if match.trigger.kind is TriggerKind.VERB
        for word in match.words
        if word != match.head
    }
    governors = {match.head: _governor(sentence, match, by_head) for match in found}
    return [
        _with_inner_mode(match, [each for each in found if governors[each.head] == match.head])
        for match in found
        if match.head not in taken and governors[match.head] is None
    ]


def inner_mode(event_type: str, inner: FoundTrigger) -> str | None:
    """The mode that asking for, refusing or threatening an event has; None where it has none."""
    modes = lexicon("inner_modes").get(event_type, {})
    found = modes.get(f"{inner.event_type}/{inner.trigger.mode}") or modes.get(inner.event_type)
    return found[0] if found else None


def _with_inner_mode(match: FoundTrigger, governed: list[FoundTrigger]) -> FoundTrigger:
    if match.mode is not None:
        return match
    modes = [mode for each in governed if (mode := inner_mode(match.event_type, each)) is not None]
    return replace(match, mode=modes[0]) if modes else match


def _says_less(match: FoundTrigger, fuller: FoundTrigger) -> bool:
    return fuller is not match and set(match.words) < set(fuller.words)


@cache
def _entries() -> dict[tuple[TriggerKind, str], tuple[tuple[str, Trigger], ...]]:
    """The codebook by naming word, the most particular entry first."""
    entries: dict[tuple[TriggerKind, str], list[tuple[str, Trigger]]] = {}
    for code, event_type in EVENT_TYPES.items():
        for trigger in event_type.triggers:
            entries.setdefault((trigger.kind, trigger.lemma), []).append((code, trigger))
    return {
        key: tuple(sorted(group, key=lambda entry: _vagueness(entry[1]))) for key, group in entries.items()
    }


def _vagueness(trigger: Trigger) -> tuple[int, bool, bool]:
    """How little an entry asks for; what asks for most is read first."""
    n_conditions = sum(map(bool, (trigger.objects, trigger.subjects)))
    return -n_conditions - _NEAR_WEIGHT * bool(trigger.near), not trigger.particle, not trigger.two_sided


def _match(sentence: Sentence, position: int) -> FoundTrigger | None:
    """What the word at a position names by its most particular entry, the other readings with it."""
    kind = _kind(sentence, position)
    if kind is None:
        return None
    support = _support(sentence, position) if kind is TriggerKind.NOUN else None
    readings = []
    for code, trigger in _entries().get((kind, sentence.tokens[position].lemma.lower()), ()):
        words = matched_words(sentence, position, trigger)
        if words is not None:
            named = words if support is None else {*words, support}
            readings.append(
                FoundTrigger(code, trigger, position, tuple(sorted(named)), support, mode=trigger.mode)
            )
    if not readings:
        return None
    # "Suspended aid because of the fighting": what is suspended stands beside the verb.
    beside = set(undergoers(sentence, position))
    readings.sort(key=lambda each: (_vagueness(each.trigger)[0], not beside & set(each.words)))
    return replace(readings[0], others=tuple(readings[1:]))


def _kind(sentence: Sentence, position: int) -> TriggerKind | None:
    token = sentence.tokens[position]
    if token.pos == "VERB" and token.dep not in _ATTRIBUTIVE_DEPS:
        return TriggerKind.VERB
    if token.pos == "ADJ" and token.dep in _PREDICATE_DEPS:
        return TriggerKind.VERB
    if token.pos == "NOUN" and token.dep not in {"compound", "amod"}:
        return TriggerKind.NOUN
    return None


def _support(sentence: Sentence, noun: int) -> int | None:
    """The verb that carries the noun and says little itself: `hold` in `hold talks`."""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    is_light = verb.pos == "VERB" and verb.lemma.lower() in lexicon("operators")["light"]["verbs"]
    return token.head if is_light and token.dep in {"dobj", "nsubjpass"} else None


def _governor(sentence: Sentence, match: FoundTrigger, by_head: dict[int, FoundTrigger]) -> int | None:
    """The outer verb or noun that promises, refuses, demands or threatens the event, if there is one."""
    below = match.anchor
    for above in ancestors(sentence, below):
        if sentence.tokens[below].dep not in _COMPLEMENT_DEPS:
            return None
        outer = by_head.get(above)
        is_sibling = sentence.tokens[below].dep == "conj"
        # "Refused to pay and condemned": a finite verb is no part of what an infinitive began.
        if is_sibling and sentence.tokens[below].tag in _FINITE_TAGS and sentence.tokens[above].tag == "VB":
            return None
        if outer is not None and outer is not match and outer.trigger.governs and not is_sibling:
            return above
        below = above
    return None


def is_aside(sentence: Sentence, found: FoundTrigger, others: Iterable[FoundTrigger]) -> bool:
    """Whether a trigger only tells the purpose, the words or the occasion of another event.

    `Began a strike to demand`, `opened the bridge to let in food`, `condemned the raid, urging restraint`,
    `met at a conference`.
    """
    others = [other for other in others if other is not found]
    if found.trigger.kind is TriggerKind.NOUN:
        return _is_occasion(sentence, found, others)
    token = sentence.tokens[found.anchor]
    is_infinitive = any(sentence.tokens[each].tag == "TO" for each in sentence.children[found.anchor])
    is_spoken = token.tag == "VBG" and EVENT_TYPES[found.event_type].quad_class in _VERBAL
    if not (is_infinitive or is_spoken):
        return False
    anchors = {other.anchor for other in others}
    return any(above in anchors for above in _clause_above(sentence, found.anchor))


def _is_occasion(sentence: Sentence, found: FoundTrigger, others: Iterable[FoundTrigger]) -> bool:
    """Whether a noun behind a preposition names again what the verb says: `met at a summit`."""
    if sentence.tokens[found.head].dep != "pobj" or found.support is not None:
        return False
    if any(sentence.tokens[each].text.lower() in _PARTNERS for each in sentence.children[found.head]):
        return False
    verb = sentence.tokens[sentence.tokens[found.head].head].head
    return any(other.anchor == verb and other.event_type == found.event_type for other in others)


def _clause_above(sentence: Sentence, position: int) -> Iterator[int]:
    """The words over an infinitive or participle up to the verb of the next clause."""
    if sentence.tokens[position].dep not in _ASIDE_DEPS:
        return
    for above in ancestors(sentence, position):
        yield above
        if sentence.tokens[above].tag in _FINITE_TAGS:
            return
