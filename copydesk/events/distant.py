"""Targets that stand further from the words of an event than its own objects do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.events.actors import actors_in_phrases, distinct, is_among, named_place
from copydesk.events.clauses import prepositional, undergoers
from copydesk.lexicons import word_set
from copydesk.syntax import children_with
from schemas.codebook import TriggerKind
from schemas.vocabulary import ActorRole

if TYPE_CHECKING:
    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import EventActor

# What an event is about hangs below its words by these.
_ABOUT_DEPS = ("dobj", "prep", "xcomp", "ccomp", "dative", "attr", "oprd", "pcomp", "nsubjpass")
_DEEPER_DEPS = (
    *_ABOUT_DEPS,
    "pobj",
    "acl",
    "compound",
    "amod",
    "poss",
    "nmod",
    "conj",
    "appos",
    "nsubj",
    "agent",
)
_STRIKES_PLACES = frozenset(
    {"COERCE", "CONCEDE", "MOBILIZE", "SANCTION", "ASSAULT", "AID", "RETREAT", "THREATEN"}
)
_WHERE = ("in", "at", "on", "near", "outside", "throughout", "across", "around")
# "Marched to demand", "struck in protest at".
_HAS_AIMS = frozenset({"PROTEST"})
MAX_STEPS_DOWN = 8
# Deploying or sending, one uses what one has; what it is for tells against whom.
OBJECTS_ARE_TOOLS = frozenset({"MOBILIZE"})
# "Promised that its ships would sail": the subject of what is promised is no target.
CLAUSE_IS_ONES_OWN = frozenset({"AGREE"})


def distant_targets(
    scene: Scene, found: FoundTrigger, doing: tuple[EventActor, ...]
) -> tuple[EventActor, ...]:
    """Find whom an event is done to where no phrase beside its words tells.

    That is whose things it is about (`agreed to lift a ban on imports of Thai rice`), else, of deeds that
    strike whoever is there, the people of the place (`lifted the curfew in Aceh`).
    """
    # "Floods destroyed homes in Chad" names nobody who does anything: the place must not make an event of it.
    if not doing or _needs_two(found):
        return ()
    far = distinct(actors_in_phrases(scene, _deeper(scene, found), ActorRole.TARGET))
    apart = tuple(actor for actor in far if _is_apart(actor, doing))
    return apart or _where_it_strikes(scene, found, doing)


def with_country_of_place(
    scene: Scene, found: FoundTrigger, suffering: tuple[EventActor, ...]
) -> tuple[EventActor, ...]:
    """Give nameless people the country where the deed struck them: `killed ten people in Lima`."""
    places = _places_struck(scene, found)
    if not places:
        return suffering
    country = scene.mentions[places[0]].country
    return tuple(replace(actor, country=country) if actor.country is None else actor for actor in suffering)


def _deeper(scene: Scene, found: FoundTrigger) -> list[int]:
    """The heads of the nearest phrases with a name in what the words of the event are about."""
    level = _about(scene, found)
    for _ in range(MAX_STEPS_DOWN):
        named = [each for each in level if each in scene.actor_at]
        if named:
            return named
        level = [child for each in level for child in children_with(scene.sentence, each, _DEEPER_DEPS)]
    return []


def _about(scene: Scene, found: FoundTrigger) -> list[int]:
    """Where the search begins: what hangs on the event's words and tells neither when nor where."""
    sentence = scene.sentence
    deps = [*_ABOUT_DEPS, *(("advcl",) if found.event_type in _HAS_AIMS else ())]
    if found.event_type in CLAUSE_IS_ONES_OWN:
        deps.remove("ccomp")
    asked = undergoers(sentence, found.head) + prepositional(
        sentence, found.head, found.trigger.particle.split()
    )
    if asked and found.trigger.kind is TriggerKind.VERB and not found.trigger.objects:
        # "Called on others to follow Peru" asks nothing of Peru.
        deps.remove("xcomp")
    below = [
        child
        for word in found.words
        for child in children_with(sentence, word, deps)
        if child not in found.words and not _tells_when_or_where(scene, child)
    ]
    if found.event_type in OBJECTS_ARE_TOOLS:
        tools = undergoers(sentence, found.head)
        below = [each for each in below if each not in tools]
        below += [child for tool in tools for child in children_with(sentence, tool, ("prep",))]
        below = [each for each in below if not _tells_when_or_where(scene, each)]
    return below


def _where_it_strikes(
    scene: Scene, found: FoundTrigger, doing: tuple[EventActor, ...]
) -> tuple[EventActor, ...]:
    """The place whose people a deed is done to: `lifted the curfew in Aceh`, `troops on alert in Gaza`."""
    actors = [named_place(scene, number, ActorRole.TARGET) for number in _places_struck(scene, found)[:1]]
    return tuple(actor for actor in actors if not is_among(actor, doing))


def _places_struck(scene: Scene, found: FoundTrigger) -> list[int]:
    """The places, as positions of mentions, that stand with the words of the event or with its objects."""
    if found.event_type not in _STRIKES_PLACES:
        return []
    sentence = scene.sentence
    inner = [each for word in found.words for each in children_with(sentence, word, ("xcomp",))]
    verbs = [*found.words, *inner]
    around = {*verbs, *(each for word in verbs for each in undergoers(sentence, word))}
    behind = [each for word in sorted(around) for each in prepositional(sentence, word, _WHERE)]
    behind += [each for head in behind for each in prepositional(sentence, head, _WHERE)]
    heads = [each for head in behind for each in (head, *children_with(sentence, head, ("compound",)))]
    numbers = [scene.place_at[each] for each in heads if each in scene.place_at]
    return [number for number in numbers if scene.mentions[number].country]


def _needs_two(found: FoundTrigger) -> bool:
    """Whether it takes a second side to make an event of it at all, so that one must stand beside it."""
    is_bare = found.trigger.kind is TriggerKind.NOUN and found.support is None
    return is_bare or found.trigger.two_sided or found.event_type == "CONSULT"


def _tells_when_or_where(scene: Scene, position: int) -> bool:
    token = scene.token(position)
    if token.dep == "advcl":
        # "Marched to demand" tells what for, "marched while" tells when.
        return not children_with(scene.sentence, position, ("aux",)) or token.tag != "VB"
    behind = {scene.token(each).lemma.lower() for each in children_with(scene.sentence, position, ("pobj",))}
    # "Limits on Thai lorries" are about them, "agreed on Friday" is not about Friday.
    section = "circumstances" if scene.token(token.head).pos == "VERB" else "times"
    is_circumstance = token.dep == "prep" and token.text.lower() in word_set("event_words", section)
    return is_circumstance and behind.isdisjoint(word_set("event_words", "aims"))


def _is_apart(actor: EventActor, doing: tuple[EventActor, ...]) -> bool:
    if is_among(actor, doing):
        return False
    return actor.country is not None and actor.country not in {each.country for each in doing}
