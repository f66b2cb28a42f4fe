"""Who is on which side of an event: the phrases around the trigger, source apart from target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.events.actors import OWNER_DEPS, STATE_LABELS, actors_in_phrases
from copydesk.events.clauses import (
    clause_subjects,
    coordinated,
    doers,
    is_passive,
    prepositional,
    receivers,
    undergoers,
)
from copydesk.events.sectors import sector_of
from copydesk.syntax import children_with
from schemas.codebook import EVENT_TYPES, TriggerKind
from schemas.vocabulary import ActorRole, QuadClass

if TYPE_CHECKING:
    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import EventActor

# Behind these stands whom an event is done to, or done with.
_TOWARDS = ("with", "against", "to", "on", "upon", "at", "toward", "towards", "for", "from", "into")
# `the withdrawal of Russian troops`: with these types what follows `of` acts, with all others it suffers.
_OF_NAMES_THE_DOER = frozenset({"RETREAT", "PROTEST", "MOBILIZE"})
_VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
_REFERRING = frozenset({"it", "they"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The actors of an event, each once, in the order of the text."""

    doing: tuple[EventActor, ...]
    suffering: tuple[EventActor, ...]

    @property
    def actors(self) -> tuple[EventActor, ...]:
        """Both sides, sources first."""
        return self.doing + self.suffering

    @property
    def has_two(self) -> bool:
        """Whether somebody stands on each side, or two act together."""
        return bool(self.doing and self.suffering) or len(self.doing) > 1


def find_sides(scene: Scene, found: FoundTrigger) -> Sides:
    """Find the actors of an event.

    Of an event that two have with each other (`A and B met`), both are sources and nobody is target;
    with an order in the words (`A met B`, `talks between A and B`), the first named is the source.
    """
    if found.trigger.kind is TriggerKind.VERB:
        sources, target_groups = _verb_phrases(scene, found)
    else:
        sources, target_groups = _noun_phrases(scene, found)
    doing = _distinct(actors_in_phrases(scene, sources, ActorRole.SOURCE))
    unnamed: tuple[EventActor, ...] = ()
    for group in target_groups:
        there = _distinct(actors_in_phrases(scene, group, ActorRole.TARGET))
        suffering = tuple(actor for actor in there if not _is_among(actor, doing))
        if any(actor.mention is not None for actor in suffering):
            return Sides(doing, suffering)
        unnamed = unnamed or suffering
    # Without a name anywhere, the nearest word for a part of society (`protesters`) is better than none.
    return Sides(doing, unnamed)


def is_political(scene: Scene, sides: Sides) -> bool:
    """Whether at least one actor is a state, a body or a person who stands for one, not a private person."""
    return any(
        actor.mention is not None
        and (
            actor.country is not None
            or actor.sector is not None
            or scene.mentions[actor.mention].label in STATE_LABELS
        )
        for actor in sides.actors
    )


def has_actors_for_objects(scene: Scene, found: FoundTrigger) -> bool:
    """Whether what the verb is done to is itself an actor: `met Merkel`, not `met Merkel's demands`."""
    objects = undergoers(scene.sentence, found.head)
    return not objects or any(
        head in scene.actor_at or sector_of(scene.token(head).lemma) is not None for head in objects
    )


def _verb_phrases(scene: Scene, found: FoundTrigger) -> tuple[list[int], list[list[int]]]:
    """Heads of the phrases that name the source, and groups of those that may name the target, best first."""
    sentence, verb = scene.sentence, found.head
    objects = undergoers(sentence, verb)
    about = [each for head in objects for each in prepositional(sentence, head, _TOWARDS)]
    groups = [
        receivers(sentence, verb),
        [head for head in objects if head in scene.actor_at],
        prepositional(sentence, verb, (*_TOWARDS, *found.trigger.particle.split())),
        clause_subjects(sentence, verb),
        # "Signed the treaty with Peru" is done to Peru, "condemned the war with Peru" to whose war it is.
        *([about, objects] if found.trigger.objects else [objects, about]),
    ]
    if not is_passive(sentence, verb):
        groups.append(
            [each for clause in children_with(sentence, verb, ("xcomp",)) for each in _inner(scene, clause)]
        )
    return _verb_sources(scene, verb), groups


def _verb_sources(scene: Scene, verb: int) -> list[int]:
    sentence = scene.sentence
    heads = doers(sentence, verb)
    if actors_in_phrases(scene, heads, ActorRole.SOURCE):
        return heads
    above = sentence.tokens[verb].head
    if sentence.tokens[verb].dep == "acl" and sentence.tokens[above].dep == "dobj":
        # "Issued a declaration demanding": those who issued it demand.
        return doers(sentence, sentence.tokens[above].head)
    is_pronoun = any(scene.token(head).text.lower() in _REFERRING for head in heads)
    if sentence.tokens[verb].dep == "ccomp" and is_pronoun:
        # "Norway said it would": it is Norway.
        return doers(sentence, above)
    return heads


def _inner(scene: Scene, verb: int) -> list[int]:
    """What the inner verb of `refused to meet Abbas` is done to."""
    sentence = scene.sentence
    objects = undergoers(sentence, verb)
    about = [each for head in objects for each in prepositional(sentence, head, _TOWARDS)]
    return (
        objects + prepositional(sentence, verb, _TOWARDS) + [head for head in about if head in scene.actor_at]
    )


def _noun_phrases(scene: Scene, found: FoundTrigger) -> tuple[list[int], list[list[int]]]:
    sentence, noun = scene.sentence, found.head
    of = prepositional(sentence, noun, ("of",))
    pair = prepositional(sentence, noun, ("between",))
    owners = children_with(sentence, noun, OWNER_DEPS) + prepositional(sentence, noun, ("by",))
    # "Objections from Moscow" are Moscow's words, "withdrawal from Chad" is not Chad's deed.
    if EVENT_TYPES[found.event_type].quad_class in _VERBAL:
        owners += prepositional(sentence, noun, ("from",))
    towards = prepositional(sentence, noun, _TOWARDS)
    sources = [each for owner in owners for each in coordinated(sentence, owner)] + pair[:1]
    if found.event_type in _OF_NAMES_THE_DOER:
        sources, of = sources + of, []
    if found.support is not None:
        sources = doers(sentence, found.support) or sources
        towards = (
            receivers(sentence, found.support) + towards + prepositional(sentence, found.support, _TOWARDS)
        )
    # "Held Russian-Chinese talks": beside somebody else who acts, a modifier names those acted upon.
    modifiers = (
        children_with(sentence, noun, ("amod", "compound", "nmod")) if found.support is not None else []
    )
    return sources, [pair[1:], towards, of, modifiers]


def _distinct(actors: list[EventActor]) -> tuple[EventActor, ...]:
    kept: list[EventActor] = []
    for actor in actors:
        if not _is_among(actor, tuple(kept)):
            kept.append(actor)
    return tuple(sorted(kept, key=lambda actor: actor.span))


def _is_among(actor: EventActor, others: tuple[EventActor, ...]) -> bool:
    return any(
        actor.span.overlaps(other.span)
        or (actor.mention is not None and actor.mention == other.mention)
        or (actor.name is not None and actor.name == other.name and actor.sector == other.sector)
        for other in others
    )
