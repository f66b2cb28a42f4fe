"""Whether an entry of the codebook fits the words round a verb or noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.events.clauses import coordinated, doers, undergoers
from copydesk.lexicons import word_set
from copydesk.syntax import children_with, subtree
from schemas.codebook import Trigger, TriggerKind

if TYPE_CHECKING:
    from copydesk.records import Sentence

_PARTICLE_DEPS = ("prt", "prep", "agent", "dative", "advmod", "advcl")
_COMPLEMENT_PREPOSITIONS = frozenset({"to", "on", "upon", "against", "with", "for", "of", "from"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_MODIFIER_DEPS = ("amod", "compound", "nmod", "poss")
# Behind an object these tell of the object: `a letter on peace`, `a call for help`.
_OBJECTS_OWN = frozenset({"on", "for", "in", "at", "upon"})
_WISHES = frozenset({"want", "expect", "need"})
# `Declared independent after the war`, `suspended because of fighting`: not what is declared or suspended.
_CIRCUMSTANCES = frozenset(
    {
        "after",
        "before",
        "since",
        "during",
        "because",
        "amid",
        "following",
        "despite",
        "until",
        "over",
        "without",
        "near",
    }
)
_OF = frozenset({"of", "on", "to", "from", "for"})
_OPINION_MODALS = frozenset({"should", "must", "ought"})
# These demand something only with a clause in the subjunctive: `insists that Chad leave`.
_STATING = frozenset({"insist", "suggest", "propose", "recommend"})
_TIME_ENTITIES = frozenset({"DATE", "TIME"})


def matched_words(sentence: Sentence, position: int, trigger: Trigger) -> set[int] | None:
    """The words of the entry in the sentence, or None where one is missing or a condition fails."""
    words = _with_particles(sentence, position, trigger)
    if words is None or not _is_fulfilled(sentence, position, trigger):
        return None
    if not trigger.objects:
        return words
    place = next(iter(_specified(sentence, position, trigger.kind, trigger.objects)), None)
    if place is None:
        return None
    return words | _named_object(sentence, place)


def _with_particles(sentence: Sentence, position: int, trigger: Trigger) -> set[int] | None:
    words = {position}
    for particle in trigger.particle.split():
        place = _particle(sentence, words, particle)
        if place is None:
            return None
        words.add(place)
    is_another = any(each not in words for each in _other_particles(sentence, position, trigger))
    return None if is_another else words


def _is_fulfilled(sentence: Sentence, position: int, trigger: Trigger) -> bool:
    """Whether all conditions of an entry but that on its objects hold."""
    if trigger.subjects and not _has_subject(sentence, position, trigger.subjects):
        return False
    if trigger.near and not any(
        sentence.tokens[each].lemma.lower() in trigger.near for each in subtree(sentence, position)
    ):
        return False
    if trigger.unless and _specified(sentence, position, trigger.kind, trigger.unless):
        return False
    asks_for_complement = trigger.governs and not trigger.objects and trigger.kind is TriggerKind.VERB
    if asks_for_complement and not _has_complement(sentence, position):
        return False
    if trigger.lemma in _WISHES and _is_ones_own(sentence, position):
        return False
    if trigger.lemma in _STATING and not trigger.objects and not trigger.particle:
        return not _is_statement(sentence, position)
    return trigger.lemma != "agree" or not _is_opinion(sentence, position)


def _is_ones_own(sentence: Sentence, verb: int) -> bool:
    """Whether one wants to do it oneself: `wants to meet`, not `wants Chad to leave`."""
    wanted = children_with(sentence, verb, ("xcomp", "ccomp"))
    return not any(children_with(sentence, each, ("nsubj", "nsubjpass")) for each in wanted)


def _specified(sentence: Sentence, position: int, kind: TriggerKind, lemmas: tuple[str, ...]) -> list[int]:
    candidates = _specifiers(sentence, position, kind)
    return [each for each in candidates if sentence.tokens[each].lemma.lower() in lemmas]


def _named_object(sentence: Sentence, place: int) -> set[int]:
    """The words of an object that are the trigger's own: all of `hunger strike`, no `to`."""
    token = sentence.tokens[place]
    if token.tag in {"TO", "MD"}:
        return set()
    is_inside = token.dep in {"compound", "amod"} and sentence.tokens[token.head].pos == "NOUN"
    return {place, token.head} if is_inside else {place}


def _is_statement(sentence: Sentence, verb: int) -> bool:
    """Whether the clause tells what is, not what is wanted: `insists that it is late`."""
    clauses = children_with(sentence, verb, ("ccomp",))
    return not any(_is_subjunctive(sentence, each) for each in clauses)


def _is_subjunctive(sentence: Sentence, verb: int) -> bool:
    """Whether one alone has the verb's plain form: `that Chad leave`, `that it should leave`."""
    if _has_modal(sentence, verb):
        return False
    subjects = children_with(sentence, verb, ("nsubj", "nsubjpass"))
    is_one = any(sentence.tokens[each].tag in {"NN", "NNP"} for each in subjects)
    tag = sentence.tokens[verb].tag
    return tag == "VB" or (tag == "VBP" and is_one)


def _has_subject(sentence: Sentence, verb: int, subjects: tuple[str, ...]) -> bool:
    """Whether one of these does it: `tanks rolled`, `thousands of students`, `protest marchers`."""
    heads = doers(sentence, verb) or undergoers(sentence, verb)
    inner = [
        part
        for head in heads
        for part in (*children_with(sentence, head, _MODIFIER_DEPS), *_behind_prepositions(sentence, head))
    ]
    return any(sentence.tokens[each].lemma.lower() in subjects for each in heads + inner)


def _is_opinion(sentence: Sentence, verb: int) -> bool:
    """Whether people only think alike: `agreed that it was late`, `cannot agree on everything`."""
    clauses = children_with(sentence, verb, ("ccomp",))
    if any(
        sentence.tokens[clause].tag in _FINITE_TAGS and not _has_modal(sentence, clause) for clause in clauses
    ):
        return True
    behind = _behind_prepositions(sentence, verb)
    words = [each for head in behind for each in (head, *children_with(sentence, head, ("det",)))]
    return any(sentence.tokens[each].lemma.lower() in word_set("operators", "general") for each in words)


def _has_modal(sentence: Sentence, verb: int) -> bool:
    """Whether something is to be done, not only thought good: `will meet`, not `should meet`."""
    auxiliaries = children_with(sentence, verb, ("aux",))
    return any(
        sentence.tokens[each].tag == "MD" and sentence.tokens[each].text.lower() not in _OPINION_MODALS
        for each in auxiliaries
    )


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
    heads += children_with(sentence, position, ("xcomp", "acomp", "ccomp"))
    infinitives = [mark for head in heads for mark in children_with(sentence, head, ("aux", "acomp"))]
    inner = [
        part
        for head in heads
        for part in (
            *children_with(sentence, head, ("compound", "amod")),
            *_behind_prepositions(sentence, head, _OF),
        )
        if sentence.tokens[head].pos in {"NOUN", "PROPN"}
    ]
    return heads + infinitives + inner


def _behind_prepositions(
    sentence: Sentence, position: int, prepositions: frozenset[str] | None = None
) -> list[int]:
    """What stands behind these prepositions; for None behind all but those of time and reason."""
    return [
        each
        for preposition in children_with(sentence, position, ("prep", "dative"))
        if _is_wanted(sentence.tokens[preposition].text.lower(), prepositions)
        for pobj in children_with(sentence, preposition, ("pobj",))
        for each in coordinated(sentence, pobj)
    ]


def _is_wanted(preposition: str, prepositions: frozenset[str] | None) -> bool:
    return preposition not in _CIRCUMSTANCES if prepositions is None else preposition in prepositions


def _has_complement(sentence: Sentence, verb: int) -> bool:
    deps = ("dobj", "xcomp", "ccomp", "dative", "nsubjpass", "auxpass")
    if children_with(sentence, verb, deps) or sentence.tokens[verb].dep in {"acl", "relcl"}:
        return True
    # "Agreed to a truce" has something agreed, "declined in March" has nothing declined.
    prepositions = children_with(sentence, verb, ("prep",))
    return any(sentence.tokens[each].text.lower() in _COMPLEMENT_PREPOSITIONS for each in prepositions)
