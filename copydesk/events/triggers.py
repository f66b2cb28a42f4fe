"""Where the words of the codebook name an event in a parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.events.clauses import coordinated, undergoers
from copydesk.lexicons import lexicon
from copydesk.spans import Span, merged
from copydesk.syntax import ancestors, children_with
from schemas.codebook import EVENT_TYPES, Trigger, TriggerKind

if TYPE_CHECKING:
    from copydesk.records import Sentence

# Verbs that stand before a noun as if they were adjectives (`proposed changes`) name no event here.
_ATTRIBUTIVE_DEPS = frozenset({"amod", "compound", "aux", "auxpass", "nmod"})
_PARTICLE_DEPS = ("prt", "prep", "agent", "dative", "advmod", "advcl")
_COMPLEMENT_DEPS = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "nsubjpass", "pcomp", "acl", "oprd", "conj", "dative", "attr"}
)
_COMPLEMENT_PREPOSITIONS = frozenset({"to", "on", "upon", "against", "with", "for", "of", "from"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_MODIFIER_DEPS = ("amod", "compound", "nmod", "poss")
# Behind an object these tell of the object: `a letter on peace`, `a call for help`.
_OBJECTS_OWN = frozenset({"on", "for", "in", "at", "upon"})
_TIME_ENTITIES = frozenset({"DATE", "TIME"})
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
    """

    event_type: str
    trigger: Trigger
    head: int
    words: tuple[int, ...]
    support: int | None = None

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
    is part of a verb's phrase (`held talks`) is not found twice.
    """
    found = [match for position in range(len(sentence.tokens)) if (match := _match(sentence, position))]
    by_head = {match.head: match for match in found}
    taken = {
        word
        for match in found
        if match.trigger.kind is TriggerKind.VERB
        for word in match.words
        if word != match.head
    }
    return [
        match for match in found if match.head not in taken and not _is_governed(sentence, match, by_head)
    ]


@cache
def _entries() -> dict[tuple[TriggerKind, str], tuple[tuple[str, Trigger], ...]]:
    """The codebook by naming word, the most particular entry first."""
    entries: dict[tuple[TriggerKind, str], list[tuple[str, Trigger]]] = {}
    for code, event_type in EVENT_TYPES.items():
        for trigger in event_type.triggers:
            entries.setdefault((trigger.kind, trigger.lemma), []).append((code, trigger))
    return {
        key: tuple(sorted(group, key=lambda entry: (not entry[1].objects, not entry[1].particle)))
        for key, group in entries.items()
    }


def _match(sentence: Sentence, position: int) -> FoundTrigger | None:
    token = sentence.tokens[position]
    if token.pos == "VERB" and token.dep not in _ATTRIBUTIVE_DEPS:
        kind = TriggerKind.VERB
    elif token.pos == "NOUN" and token.dep not in {"compound", "amod"}:
        kind = TriggerKind.NOUN
    else:
        return None
    for code, trigger in _entries().get((kind, token.lemma.lower()), ()):
        words = _matched_words(sentence, position, trigger)
        if words is not None:
            support = _support(sentence, position) if kind is TriggerKind.NOUN else None
            if support is not None:
                words = {*words, support}
            return FoundTrigger(code, trigger, position, tuple(sorted(words)), support)
    return None


def _matched_words(sentence: Sentence, position: int, trigger: Trigger) -> set[int] | None:
    """The words of the entry in the sentence, or None where one of them is missing."""
    words = {position}
    for particle in trigger.particle.split():
        place = _particle(sentence, words, particle)
        if place is None:
            return None
        words.add(place)
    if any(particle not in words for particle in _other_particles(sentence, position, trigger)):
        return None
    if trigger.objects:
        candidates = _specifiers(sentence, position, trigger.kind)
        place = next(
            (each for each in candidates if sentence.tokens[each].lemma.lower() in trigger.objects), None
        )
        if place is None:
            return None
        if sentence.tokens[place].tag != "TO":
            words.add(place)
    elif trigger.governs and trigger.kind is TriggerKind.VERB and not _has_complement(sentence, position):
        return None
    return None if trigger.lemma == "agree" and _is_opinion(sentence, position) else words


def _is_opinion(sentence: Sentence, verb: int) -> bool:
    """Whether people only think alike: `agreed that it was late`, `cannot agree on everything`."""
    clauses = children_with(sentence, verb, ("ccomp",))
    if any(
        sentence.tokens[clause].tag in _FINITE_TAGS and not _has_modal(sentence, clause) for clause in clauses
    ):
        return True
    behind = _behind_prepositions(sentence, verb)
    words = [each for head in behind for each in (head, *children_with(sentence, head, ("det",)))]
    return any(
        sentence.tokens[each].lemma.lower() in lexicon("operators")["general"]["words"] for each in words
    )


def _has_modal(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[each].tag == "MD" for each in children_with(sentence, verb, ("aux",)))


def _is_particle(sentence: Sentence, child: int, *, after_object: bool) -> bool:
    """Whether the word belongs to the verb: not in `called on Monday`, not in `called a letter on peace`."""
    if sentence.tokens[child].dep == "prt":
        return True
    behind = children_with(sentence, child, ("pobj",))
    is_time = any(sentence.tokens[each].entity in _TIME_ENTITIES for each in behind)
    return not is_time and not (after_object and sentence.tokens[child].text.lower() in _OBJECTS_OWN)


def _particle(sentence: Sentence, words: set[int], particle: str) -> int | None:
    """The particle beside the verb, or the second one beside the first (`pull out of`)."""
    for word in sorted(words):
        objects = [
            each
            for each in children_with(sentence, word, ("dobj",))
            if sentence.tokens[each].entity not in _TIME_ENTITIES
        ]
        for child in children_with(sentence, word, _PARTICLE_DEPS):
            after_object = bool(objects) and min(objects) < child
            if sentence.tokens[child].text.lower() == particle and _is_particle(
                sentence, child, after_object=after_object
            ):
                return child
    return None


def _other_particles(sentence: Sentence, position: int, trigger: Trigger) -> list[int]:
    """The particles that make another verb of it: `seize upon`, `strike down`."""
    if trigger.kind is TriggerKind.NOUN:
        return []
    beside = children_with(sentence, position, _PARTICLE_DEPS)
    return [
        child
        for child in beside
        if sentence.tokens[child].dep == "prt" or sentence.tokens[child].text.lower() == "upon"
    ]


def _specifiers(sentence: Sentence, position: int, kind: TriggerKind) -> list[int]:
    """The words that can meet an entry's condition on objects, nearest in the parse first."""
    if kind is TriggerKind.NOUN:
        heads = children_with(sentence, position, _MODIFIER_DEPS)
        return heads + _behind_prepositions(sentence, position)
    heads = [*undergoers(sentence, position), *_behind_prepositions(sentence, position)]
    heads += children_with(sentence, position, ("xcomp", "acomp"))
    infinitives = [mark for head in heads for mark in children_with(sentence, head, ("aux",))]
    inner = [
        part
        for head in heads
        for part in (
            *children_with(sentence, head, ("compound", "amod")),
            *_behind_prepositions(sentence, head),
        )
        if sentence.tokens[head].pos in {"NOUN", "PROPN"}
    ]
    return heads + infinitives + inner


def _behind_prepositions(sentence: Sentence, position: int) -> list[int]:
    return [
        each
        for preposition in children_with(sentence, position, ("prep", "dative"))
        for pobj in children_with(sentence, preposition, ("pobj",))
        for each in coordinated(sentence, pobj)
    ]


def _has_complement(sentence: Sentence, verb: int) -> bool:
    deps = ("dobj", "xcomp", "ccomp", "dative", "nsubjpass", "auxpass")
    if children_with(sentence, verb, deps) or sentence.tokens[verb].dep in {"acl", "relcl"}:
        return True
    # "Agreed to a truce" has something agreed, "declined in March" has nothing declined.
    prepositions = children_with(sentence, verb, ("prep",))
    return any(sentence.tokens[each].text.lower() in _COMPLEMENT_PREPOSITIONS for each in prepositions)


def _support(sentence: Sentence, noun: int) -> int | None:
    """The verb that carries the noun and says little itself: `hold` in `hold talks`."""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    is_light = verb.pos == "VERB" and verb.lemma.lower() in lexicon("operators")["light"]["verbs"]
    return token.head if is_light and token.dep in {"dobj", "nsubjpass"} else None


def _is_governed(sentence: Sentence, match: FoundTrigger, by_head: dict[int, FoundTrigger]) -> bool:
    """Whether the event is only what an outer verb or noun promises, refuses, demands or threatens."""
    below = match.anchor
    for above in ancestors(sentence, below):
        if sentence.tokens[below].dep not in _COMPLEMENT_DEPS:
            return False
        outer = by_head.get(above)
        is_sibling = sentence.tokens[below].dep == "conj"
        # "Refused to pay and condemned": a finite verb is no part of what an infinitive began.
        if is_sibling and sentence.tokens[below].tag in _FINITE_TAGS and sentence.tokens[above].tag == "VB":
            return False
        if outer is not None and outer is not match and outer.trigger.governs and not is_sibling:
            return True
        below = above
    return False
