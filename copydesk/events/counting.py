"""Which triggers of a sentence are events: whether the actors that they need are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.events.clauses import doers, undergoers
from copydesk.events.sectors import sector_of
from copydesk.events.sides import Sides, find_sides, has_actors_for_objects, is_political
from copydesk.events.triggers import FoundTrigger, is_aside
from copydesk.lexicons import word_set
from copydesk.records import EventActor
from copydesk.syntax import ancestors
from schemas.codebook import TriggerKind
from schemas.vocabulary import ActorRole, Sector

if TYPE_CHECKING:
    from copydesk.events.scene import Scene
    from copydesk.records import Sentence

_NOUNS = frozenset({"NOUN", "PROPN"})
# Of what these are done to, anything is most likely somebody: "two homeguards".
_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE"})
# Who needs no name to be political.
_POWERS = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.LEG, Sector.OPP})


def reading(scene: Scene, found: FoundTrigger) -> FoundTrigger:
    """The first reading of a word that has the actors it needs, or the first of all."""
    readings = (found, *found.others)
    return next((each for each in readings if _counts(scene, each, find_sides(scene, each))), found)


def _counts(scene: Scene, found: FoundTrigger, sides: Sides) -> bool:
    """Whether the right kind of actors stand around the trigger, so that it is an event at all."""
    needs_two = found.trigger.two_sided or (found.trigger.kind is TriggerKind.NOUN and found.support is None)
    if found.trigger.direct and not has_actors_for_objects(scene, found):
        return False
    return (sides.has_two or not needs_two) and is_political(scene, sides)


def nameless_sides(scene: Scene, found: FoundTrigger) -> Sides:
    """Who does what a verb says and whom it is done to, in their own words: `terrorists`, `two homeguards`.

    What the trigger itself names is nobody: of `pulled its troops out` the troops. Nor is a pronoun
    anybody here, as one that stands for a name has been resolved; nor what no deed against people is done to.
    """
    doing = [each for each in doers(scene.sentence, found.head) if _is_noun(scene, found, each)]
    suffering = [
        each
        for each in undergoers(scene.sentence, found.head)
        if _is_noun(scene, found, each)
        and (found.event_type in _DONE_TO_PEOPLE or sector_of(scene.token(each).lemma) is not None)
    ]
    return Sides(
        tuple(_nameless(scene, each, ActorRole.SOURCE) for each in doing),
        tuple(_nameless(scene, each, ActorRole.TARGET) for each in suffering if each not in doing),
    )


def _is_noun(scene: Scene, found: FoundTrigger, position: int) -> bool:
    return position not in found.words and scene.token(position).pos in _NOUNS


def _nameless(scene: Scene, head: int, role: ActorRole) -> EventActor:
    return EventActor(role, scene.token(head).span, None, None, None, None)


def _is_told_of_a_state(scene: Scene, found: FoundTrigger, sides: Sides) -> bool:
    """Whether somebody without a name does it in a sentence that names a state or an office-holder."""
    if found.trigger.kind is not TriggerKind.VERB or found.trigger.direct:
        return False
    doing = doers(scene.sentence, found.head)
    # Of words that ask, anybody asked will do as the other side: `pressed lecturers to return`.
    asks_somebody = found.event_type == "REQUEST" and undergoers(scene.sentence, found.head)
    if found.trigger.two_sided and not (asks_somebody and doing):
        return False
    not_people = word_set("operators", "nature") | word_set("operators", "things")
    if any(scene.token(each).lemma.lower() in not_people for each in doing):
        return False
    if not (sides.actors or nameless_sides(scene, found).actors):
        return False
    named = {*scene.actor_at.values(), *scene.place_at.values()}
    return any(actor.sector in _POWERS for actor in sides.actors) or any(
        scene.mentions[each].country is not None or scene.mentions[each].role is not None for each in named
    )


def counting_triggers(
    scene: Scene, triggers: list[FoundTrigger], sides: list[Sides]
) -> dict[int, FoundTrigger]:
    """The triggers that are events, by their position.

    What the sentence says first of all counts also where the side that is named stands elsewhere in it;
    where nothing else counts, the outermost of such does.
    """
    nearly = {n: each for n, each in enumerate(triggers) if _is_told_of_a_state(scene, each, sides[n])}
    counting = {
        number: found
        for number, found in enumerate(triggers)
        if _counts(scene, found, sides[number]) or (number in nearly and _is_main(scene.sentence, found))
    }
    if not counting and nearly:
        outermost = min(nearly, key=lambda number: _depth(scene.sentence, nearly[number].anchor))
        return {outermost: nearly[outermost]}
    return {
        number: found
        for number, found in counting.items()
        if not is_aside(scene.sentence, found, counting.values())
    }


def _is_main(sentence: Sentence, found: FoundTrigger) -> bool:
    """Whether it is the verb of the sentence or of what somebody says in it."""
    position = found.anchor
    while sentence.tokens[position].dep in {"ccomp", "xcomp", "conj"}:
        position = sentence.tokens[position].head
    return sentence.tokens[position].head == position


def _depth(sentence: Sentence, position: int) -> int:
    return sum(1 for _ in ancestors(sentence, position))
