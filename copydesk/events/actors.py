"""Which actors a noun phrase stands for, with their country and sector."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.events.clauses import coordinated, prepositional
from copydesk.events.pairs import pair_meant
from copydesk.events.sectors import sector_of
from copydesk.records import EventActor
from copydesk.spans import Span
from copydesk.syntax import children_with, subtree
from schemas.vocabulary import ActorRole, MentionLabel, Sector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.events.scene import Scene
    from copydesk.records import Mention

STATE_LABELS = frozenset({MentionLabel.ORG, MentionLabel.GPE, MentionLabel.NORP})
# The relations in which a word before a noun can say whose it is: `Russian troops`, `Moscow's plans`.
OWNER_DEPS = ("amod", "compound", "poss", "nmod")
_OWNER_PREPOSITIONS = ("of", "by", "from")
_PLACE_PREPOSITIONS = ("in", "throughout", "across")
# In an article about one country its officials and its police have no adjective.
_AT_HOME = frozenset(
    {Sector.GOV, Sector.LEG, Sector.JUD, Sector.COP, Sector.MIL, Sector.OPP, Sector.PTY, Sector.REB}
)
# "Opposition to the plan" is nobody.
OPPOSITION = "opposition"
# `tens of thousands of students` are students.
_QUANTITIES = frozenset(
    {"ten", "dozen", "score", "hundred", "thousand", "number", "group", "majority", "lot"}
)


def actors_in_phrases(scene: Scene, heads: Iterable[int], role: ActorRole) -> list[EventActor]:
    """Find the actors in the noun phrases under `heads`, to stand in this role."""
    return [actor for head in heads for actor in _actors_in_phrase(scene, head, role)]


def distinct(actors: list[EventActor]) -> tuple[EventActor, ...]:
    """Each actor once, in the order of the text."""
    kept: list[EventActor] = []
    for actor in actors:
        if not is_among(actor, tuple(kept)):
            kept.append(actor)
    return tuple(sorted(kept, key=lambda actor: actor.span))


def is_among(actor: EventActor, others: tuple[EventActor, ...]) -> bool:
    """Whether one of the others is the same actor, or stands on the same words."""
    return any(
        (actor.span.overlaps(other.span) and not _are_two(actor, other))
        or (actor.mention is not None and actor.mention == other.mention)
        or (actor.name is not None and actor.name == other.name and actor.sector == other.sector)
        for other in others
    )


def _are_two(actor: EventActor, other: EventActor) -> bool:
    """Whether they are the two of one phrase such as `both sides`."""
    is_pair = actor.mention is None and other.mention is None and actor.span == other.span
    return is_pair and actor.name is not None and actor.name != other.name


def _actors_in_phrase(scene: Scene, head: int, role: ActorRole) -> list[EventActor]:
    """The actors that the noun phrase under `head` stands for.

    The phrase names one itself (`Lavrov`), or says whose people or words it means (`Russian troops`,
    `Moscow's plans`); without a name only a word for a part of society is left (`police`).
    """
    head = _counted(scene, head)
    named = [head] if head in scene.actor_at else _apposed(scene, head)
    if named:
        before = [_named(scene, number, role) for number in _joined_before(scene, named[0])]
        actors = [_named(scene, scene.actor_at[each], role) for each in named]
        owned_by = _countries_beside(scene, head) if actors[0].country is None else set()
        if actors[0].country is None and not owned_by and (lived_in := _country_lived_in(scene, head)):
            owned_by = {lived_in}
        if len(owned_by) == 1:
            actors[0] = replace(actors[0], country=owned_by.pop())
        return before + actors
    owners = _owners(scene, head)
    if owners:
        return [_owned(scene, head, owner, role, alone=len(owners) == 1) for owner in owners]
    if pair := pair_meant(scene, head):
        return [_one_of_two(scene, head, mention, role) for mention in pair]
    # "Police" acts by itself; "military exercises" tells whose exercises they are, and nobody acts.
    token = scene.token(head)
    is_attitude = token.lemma == OPPOSITION and bool(prepositional(scene.sentence, head, ("to",)))
    sector = sector_of(token.lemma) if token.pos == "NOUN" and not is_attitude else None
    return [EventActor(role, scene.token(head).span, None, None, scene.home, sector)] if sector else []


def _counted(scene: Scene, head: int) -> int:
    """What a quantity is of: the students of `tens of thousands of students`."""
    while head not in scene.actor_at and scene.token(head).lemma.lower() in _QUANTITIES:
        counted = prepositional(scene.sentence, head, ("of",))
        if not counted:
            break
        head = counted[0]
    return head


def _apposed(scene: Scene, head: int) -> list[int]:
    """The persons named behind an office: `Peru's envoy, Ana Ruiz`, `the president of Peru, Ana Ruiz`."""
    for above in (head, *prepositional(scene.sentence, head, ("of",))):
        for child in children_with(scene.sentence, above, ("appos",)):
            persons = [each for each in coordinated(scene.sentence, child) if _is_person(scene, each)]
            if persons:
                return persons
    return []


def _joined_before(scene: Scene, head: int) -> list[int]:
    """The persons with `and` behind them that the parser hung below a person's name.

    In `Foreign Minister Ana Ruiz and Defence Minister Juan Paz` it often takes all before Paz for his title.
    """
    if not _is_person(scene, head):
        return []
    inside = subtree(scene.sentence, head)
    return [
        scene.actor_at[each]
        for each in inside
        if each + 1 < head
        and _is_person(scene, each)
        and scene.actor_at.get(each + 1) != scene.actor_at[each]
        and each + 1 in inside
        and scene.token(each + 1).text.lower() == "and"
    ]


def _is_person(scene: Scene, position: int) -> bool:
    number = scene.actor_at.get(position)
    return number is not None and scene.mentions[number].label is MentionLabel.PERSON


def _countries_beside(scene: Scene, head: int) -> set[str]:
    """The countries of the modifiers before a name: `the US Congress`."""
    modifiers = children_with(scene.sentence, head, OWNER_DEPS)
    named = [scene.mentions[scene.actor_at[each]] for each in modifiers if each in scene.actor_at]
    return {mention.country for mention in named if mention.country and mention.label in STATE_LABELS}


def _owners(scene: Scene, head: int) -> list[int]:
    """Positions of the names that say whose `head` is: modifiers first, then what follows a preposition."""
    sentence = scene.sentence
    modifiers = [
        each
        for child in children_with(sentence, head, OWNER_DEPS)
        for each in (*coordinated(sentence, child), *children_with(sentence, child, OWNER_DEPS))
        if each in scene.actor_at
    ]
    if modifiers:
        return modifiers
    if children_with(sentence, head, ("poss",)):
        # "Its recognition of Abkhazia": the owner is known, only not by name.
        return []
    # Where somebody is tells whose they are only for those who live there: `rebels in Darfur`.
    are_people = _phrase_sector(scene, head) is not None
    prepositions = _OWNER_PREPOSITIONS + (_PLACE_PREPOSITIONS if are_people else ())
    # "The recognition of Kosovo by Peru" is Peru's, wherever the parser hangs it.
    of = prepositional(sentence, head, ("of",))
    by = [each for above in (head, *of) for each in prepositional(sentence, above, ("by",))]
    behind = by or prepositional(sentence, head, prepositions)
    named = [each for each in behind if each in scene.actor_at]
    if named:
        return named
    inside = [each for inner in behind for each in children_with(sentence, inner, OWNER_DEPS)]
    return [each for each in inside if each in scene.actor_at]


def _named(scene: Scene, number: int, role: ActorRole) -> EventActor:
    mention = scene.mentions[number]
    text = mention.span.of(scene.text)
    country = mention.country
    cluster = -1 if mention.cluster_no is None else mention.cluster_no
    office = mention.role or scene.roles.get(cluster)
    sector = sector_of(office) if office else None
    if sector is None and mention.label is MentionLabel.ORG:
        sector = sector_of(text)
    if country is None and sector in _AT_HOME:
        country = scene.home
    return EventActor(role, mention.span, number, mention.name, country, sector)


def _one_of_two(scene: Scene, head: int, mention: Mention, role: ActorRole) -> EventActor:
    """One of whom `the two presidents` means: the words are the phrase's, the name is the one's."""
    cluster = -1 if mention.cluster_no is None else mention.cluster_no
    office = mention.role or scene.roles.get(cluster)
    sector = sector_of(office) if office else None
    first = min([head, *children_with(scene.sentence, head, ("nummod", "det", "predet"))])
    words = Span(scene.token(first).start, scene.token(head).end)
    return EventActor(role, words, None, mention.name or None, mention.country, sector)


def named_place(scene: Scene, number: int, role: ActorRole) -> EventActor:
    """The people of a named place as an actor."""
    mention = scene.mentions[number]
    return EventActor(role, mention.span, number, mention.name, mention.country, None)


def _owned(scene: Scene, head: int, owner: int, role: ActorRole, *, alone: bool) -> EventActor:
    """The people or things of a named owner; the span covers both where it is the only owner."""
    actor = _named(scene, scene.actor_at[owner], role)
    if actor.country is None:
        # "Ethnic Albanian fighters in Macedonia": where they live tells whose they are.
        actor = replace(actor, country=_country_lived_in(scene, head))
    told = _phrase_sector(scene, head)
    # "Red Cross officials" are the Red Cross's, whatever officials are elsewhere.
    sector = actor.sector if told in {None, Sector.GOV} and actor.sector else told
    if told is None or not alone:
        return replace(actor, sector=sector)
    token = scene.token(head)
    span = Span(min(actor.span.start, token.start), max(actor.span.end, token.end))
    return replace(actor, span=span, sector=sector)


def _country_lived_in(scene: Scene, head: int) -> str | None:
    """The one country behind `in`, `from` or `of` after people: `villagers living in Laos`."""
    sentence = scene.sentence
    bearing = [head, *children_with(sentence, head, ("acl",))]
    behind = [
        each
        for above in bearing
        for each in prepositional(sentence, above, (*_PLACE_PREPOSITIONS, "from", "of"))
        if each in scene.place_at
    ]
    countries = {scene.mentions[scene.place_at[each]].country for each in behind}
    return countries.pop() if len(countries) == 1 else None


def _phrase_sector(scene: Scene, head: int) -> Sector | None:
    """The sector that a noun tells together with the words before it: `opposition groups`."""
    if scene.token(head).pos != "NOUN":
        return None
    modifiers = [
        each for each in children_with(scene.sentence, head, OWNER_DEPS) if each not in scene.actor_at
    ]
    return sector_of(" ".join(scene.token(each).lemma for each in (*modifiers, head)))
