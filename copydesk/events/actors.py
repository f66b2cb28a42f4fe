"""Who is on which side of an event: phrases around the trigger, and the actors named in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.countries import country_of
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
from copydesk.records import EventActor
from copydesk.spans import Span
from copydesk.syntax import children_with
from schemas.codebook import TriggerKind
from schemas.vocabulary import ActorRole, MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger

_TOWARDS = ("with", "against", "to", "on", "upon", "at", "toward", "towards", "for", "from", "into")
_PEOPLE_OF = ("of", "by", "from")
_OWNERS = ("amod", "compound", "poss", "nmod")
# `the withdrawal of Russian troops`: with these types what follows `of` acts, with all others it suffers.
_OF_NAMES_THE_DOER = frozenset({"RETREAT", "PROTEST", "MOBILIZE"})
_STATE_LABELS = frozenset({MentionLabel.ORG, MentionLabel.GPE, MentionLabel.NORP})


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
        sources, target_groups = _verb_phrases(scene, found.head)
    else:
        sources, target_groups = _noun_phrases(scene, found)
    doing = _distinct(_actors(scene, sources, ActorRole.SOURCE))
    for group in target_groups:
        suffering = tuple(
            each for each in _distinct(_actors(scene, group, ActorRole.TARGET)) if not _is_among(each, doing)
        )
        if any(actor.mention is not None for actor in suffering) or (
            suffering and group is target_groups[-1]
        ):
            return Sides(doing, suffering)
    return Sides(doing, ())


def is_political(scene: Scene, sides: Sides) -> bool:
    """Whether at least one actor is a state, a body or a person who stands for one, not a private person."""
    return any(
        actor.mention is not None
        and (
            actor.country is not None
            or actor.sector is not None
            or scene.mentions[actor.mention].label in _STATE_LABELS
        )
        for actor in sides.actors
    )


def has_actors_for_objects(scene: Scene, found: FoundTrigger) -> bool:
    """Whether what the verb is done to is itself an actor: `met Merkel`, not `met Merkel's demands`."""
    objects = undergoers(scene.sentence, found.head)
    return not objects or any(
        head in scene.actor_at or sector_of(scene.token(head).lemma) is not None for head in objects
    )


def _verb_phrases(scene: Scene, verb: int) -> tuple[list[int], list[list[int]]]:
    """Heads of the phrases that name the source, and groups of those that may name the target, best first."""
    sentence = scene.sentence
    objects = undergoers(sentence, verb)
    people = [head for head in objects if head in scene.actor_at]
    receiving = receivers(sentence, verb)
    groups = [
        receiving,
        people,
        prepositional(sentence, verb, _TOWARDS),
        clause_subjects(sentence, verb),
        [each for head in objects for each in prepositional(sentence, head, _TOWARDS)],
        objects,
    ]
    if not is_passive(sentence, verb):
        groups.append(
            [each for clause in children_with(sentence, verb, ("xcomp",)) for each in _inner(scene, clause)]
        )
    return doers(sentence, verb), groups


def _inner(scene: Scene, verb: int) -> list[int]:
    """What the inner verb of `refused to meet Abbas` is done to."""
    sentence = scene.sentence
    objects = undergoers(sentence, verb)
    further = [each for head in objects for each in prepositional(sentence, head, _TOWARDS)]
    return objects + prepositional(sentence, verb, _TOWARDS) + further


def _noun_phrases(scene: Scene, found: FoundTrigger) -> tuple[list[int], list[list[int]]]:
    sentence, noun = scene.sentence, found.head
    of = prepositional(sentence, noun, ("of",))
    pair = prepositional(sentence, noun, ("between",))
    owners = children_with(sentence, noun, _OWNERS) + prepositional(sentence, noun, ("by",))
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


def _actors(scene: Scene, heads: Iterable[int], role: ActorRole) -> list[EventActor]:
    return [actor for head in heads for actor in _actors_in_phrase(scene, head, role)]


def _actors_in_phrase(scene: Scene, head: int, role: ActorRole) -> list[EventActor]:
    """The actors that the noun phrase under `head` stands for.

    The phrase names one itself (`Lavrov`), or says whose people or words it means (`Russian troops`,
    `Moscow's plans`); without a name only a word for a part of society is left (`police`).
    """
    if head in scene.actor_at:
        return [_named(scene, scene.actor_at[head], role)]
    owners = _owners(scene, head)
    if owners:
        return [_owned(scene, head, owner, role, alone=len(owners) == 1) for owner in owners]
    token = scene.token(head)
    sector = sector_of(token.lemma) if token.pos == "NOUN" else None
    if sector is None:
        return []
    return [EventActor(role, token.span, None, None, None, sector)]


def _owners(scene: Scene, head: int) -> list[int]:
    """Positions of the names that say whose `head` is: modifiers first, then what follows a preposition."""
    sentence = scene.sentence
    modifiers = [
        each
        for child in children_with(sentence, head, _OWNERS)
        for each in (*coordinated(sentence, child), *children_with(sentence, child, _OWNERS))
        if each in scene.actor_at
    ]
    if modifiers:
        return modifiers
    # Where somebody is tells whose they are only for those who live there: `rebels in Darfur`.
    prepositions = (*_PEOPLE_OF, "in") if sector_of(scene.token(head).lemma) else _PEOPLE_OF
    behind = prepositional(sentence, head, prepositions)
    named = [each for each in behind if each in scene.actor_at]
    if named:
        return named
    return [
        each for inner in behind for each in children_with(sentence, inner, _OWNERS) if each in scene.actor_at
    ]


def _named(scene: Scene, number: int, role: ActorRole) -> EventActor:
    mention = scene.mentions[number]
    text = mention.span.of(scene.text)
    country = mention.country
    if country is None and mention.label in _STATE_LABELS and mention.form is MentionForm.NAME:
        country = country_of(text)
    role = mention.role or (scene.roles.get(mention.cluster_no) if mention.cluster_no is not None else None)
    sector = sector_of(role) if role else None
    if sector is None and mention.label is not MentionLabel.PERSON:
        sector = sector_of(text)
    return EventActor(role, mention.span, number, mention.name or None, country, sector)


def _owned(scene: Scene, head: int, owner: int, role: ActorRole, *, alone: bool) -> EventActor:
    """The people or things of a named owner; the span covers both where it is the only owner."""
    actor = _named(scene, scene.actor_at[owner], role)
    token = scene.token(head)
    modifiers = children_with(scene.sentence, head, _OWNERS)
    words = " ".join(scene.token(each).lemma for each in (*modifiers, head))
    sector = sector_of(words) if token.pos == "NOUN" else None
    if sector is None or not alone:
        return replace(actor, sector=sector or actor.sector)
    span = Span(min(actor.span.start, token.start), max(actor.span.end, token.end))
    return replace(actor, span=span, sector=sector)


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
