"""Who is on which side of an event: the phrases around the trigger, source apart from target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.events.actors import OPPOSITION, OWNER_DEPS, STATE_LABELS, actors_in_phrases, distinct, is_among
from copydesk.events.clauses import (
    clause_subjects,
    coordinated,
    doers,
    is_passive,
    prepositional,
    receivers,
    undergoers,
)
from copydesk.events.distant import (
    CLAUSE_IS_ONES_OWN,
    OBJECTS_ARE_TOOLS,
    distant_targets,
    with_country_of_place,
)
from copydesk.events.sectors import sector_of
from copydesk.lexicons import lexicon
from copydesk.syntax import children_with
from schemas.codebook import EVENT_TYPES, TriggerKind
from schemas.vocabulary import ActorRole, MentionLabel, QuadClass

if TYPE_CHECKING:
    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import EventActor, Sentence

# Behind these stands whom an event is done to, or done with.
_TOWARDS = ("with", "against", "to", "on", "upon", "toward", "towards", "for", "from", "into")
# `the withdrawal of Russian troops`: with these types what follows `of` acts, with all others it suffers.
_OF_NAMES_THE_DOER = frozenset({"RETREAT", "PROTEST", "MOBILIZE"})
_VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
_AIMED = frozenset({"ASSAULT", "PROTEST", "ACCUSE", "THREATEN"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
# `After a meeting with Peru`: whoever the clause is about was there.
_AROUND = frozenset({"after", "during", "following", "before", "at"})
# What two discuss is their matter, and no side.
_OBJECTS_ARE_MATTERS = frozenset({"discuss"})


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
    doing = distinct(actors_in_phrases(scene, sources, ActorRole.SOURCE))
    unnamed: tuple[EventActor, ...] = ()
    for group in target_groups:
        there = distinct(actors_in_phrases(scene, group, ActorRole.TARGET))
        suffering = tuple(
            actor
            for actor in there
            if not is_among(actor, doing) and not _is_own_side(scene, found, actor, doing)
        )
        if any(actor.mention is not None for actor in suffering):
            return Sides(doing, suffering)
        unnamed = unnamed or suffering
    if not unnamed:
        return Sides(doing, distant_targets(scene, found, doing))
    # Without a name anywhere, the nearest word for a part of society (`protesters`) is better than none.
    return Sides(doing, with_country_of_place(scene, found, unnamed))


def _is_own_side(scene: Scene, found: FoundTrigger, actor: EventActor, doing: tuple[EventActor, ...]) -> bool:
    """Whether it is a doer's own: `declared Chad's intention`, `reiterated Chad's opposition`."""
    if actor.country is None or actor.country not in {each.country for each in doing}:
        return False
    if not found.trigger.objects or actor.mention is None:
        return False
    is_state = scene.mentions[actor.mention].label in STATE_LABELS
    return found.event_type == "AGREE" or (is_state and _owns_word(scene, found, actor))


def _owns_word(scene: Scene, found: FoundTrigger, actor: EventActor) -> bool:
    """Whether the actor stands as owner before one of the event's own words, if these are no people."""
    return any(
        scene.actor_at.get(owner) == actor.mention
        for word in found.words
        if sector_of(scene.token(word).lemma) is None or scene.token(word).lemma == OPPOSITION
        for owner in children_with(scene.sentence, word, OWNER_DEPS)
    )


def is_political(scene: Scene, sides: Sides) -> bool:
    """Whether at least one actor is a state, a body or a person who stands for one, not a private person."""
    # One of "the two presidents" has a name, but no mention.
    if any(actor.mention is None and actor.name is not None for actor in sides.actors):
        return True
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
    towards = prepositional(sentence, verb, _towards(found))
    objects = [] if found.trigger.lemma in _OBJECTS_ARE_MATTERS else objects
    named = [head for head in objects if head in scene.actor_at]
    # What is moved stands on nobody's side: of `sent Polish tanks to Chad` Chad is the target.
    objects = [] if found.event_type in OBJECTS_ARE_TOOLS else objects
    if found.trigger.objects:
        # "Signed the treaty with Peru" is done to Peru, "condemned the war with Peru" to whose war it is.
        groups = [receivers(sentence, verb), named, towards, about, objects]
    else:
        first, second = (towards, objects) if found.trigger.particle else (objects, towards)
        groups = [receivers(sentence, verb), named, first, second, about]
    if found.event_type not in CLAUSE_IS_ONES_OWN:
        groups.insert(-1, clause_subjects(sentence, verb))
    # Who "called on others to follow Peru" asked nothing of Peru.
    asked = objects + prepositional(sentence, verb, found.trigger.particle.split())
    if (found.trigger.objects or not asked) and not is_passive(sentence, verb):
        groups.append(
            [each for clause in children_with(sentence, verb, ("xcomp",)) for each in _inner(scene, clause)]
        )
    return _verb_sources(scene, verb), groups


def _towards(found: FoundTrigger) -> tuple[str, ...]:
    """The prepositions behind which a verb's target stands; one fires `at` somebody, arrests at a place."""
    place = ("at",) if found.event_type in _AIMED else ()
    return (*_TOWARDS, *place, *found.trigger.particle.split())


def _verb_sources(scene: Scene, verb: int) -> list[int]:
    sentence = scene.sentence
    message = _message(sentence, verb)
    if message is not None:
        return _its_authors(scene, message)
    heads = doers(sentence, verb)
    if actors_in_phrases(scene, heads, ActorRole.SOURCE):
        return heads
    token = sentence.tokens[verb]
    if token.dep == "acl" and sentence.tokens[token.head].dep == "dobj":
        # "Had a chance to cooperate": those who had it cooperate.
        return doers(sentence, sentence.tokens[token.head].head)
    above = doers(sentence, token.head)
    if token.dep == "ccomp" and _refers_to(scene, heads, above):
        # "Norway said it would": it is Norway.
        return above
    return heads


def _message(sentence: Sentence, verb: int) -> int | None:
    """The text that a participle behind it tells of: `a letter to Peru demanding`, `a policy urging`."""
    token = sentence.tokens[verb]
    if token.tag != "VBG" or token.dep not in {"acl", "advcl"}:
        return None
    if token.dep == "acl":
        return token.head if sentence.tokens[token.head].dep == "dobj" else None
    texts = lexicon("operators")["messages"]["nouns"]
    before = [each for each in children_with(sentence, token.head, ("dobj",)) if each < verb]
    return next((each for each in before if sentence.tokens[each].lemma.lower() in texts), None)


def _its_authors(scene: Scene, message: int) -> list[int]:
    """Whose words a text is: its owner's (`Chad's letter`), or of those who issued it."""
    issuing = scene.token(message).head
    is_issued = scene.token(issuing).lemma.lower() in lexicon("operators")["issuing"]["verbs"]
    if actors_in_phrases(scene, [message], ActorRole.SOURCE) or not is_issued:
        return [message]
    return doers(scene.sentence, issuing)


def _refers_to(scene: Scene, heads: list[int], above: list[int]) -> bool:
    """Whether a pronoun for a thing or several people can stand for the subject of the verb above."""
    is_plural = len(above) > 1 or any(scene.token(each).tag in _PLURAL_TAGS for each in above)
    return any(scene.token(head).text.lower() == ("they" if is_plural else "it") for head in heads)


def _inner(scene: Scene, verb: int) -> list[int]:
    """What the inner verb of `refused to meet Abbas` is done to."""
    sentence = scene.sentence
    objects = undergoers(sentence, verb)
    about = [each for head in objects for each in prepositional(sentence, head, _TOWARDS)]
    heads = [
        *receivers(sentence, verb),
        *objects,
        *prepositional(sentence, verb, _TOWARDS),
        *(head for head in about if head in scene.actor_at),
    ]
    return [head for head in heads if not _is_circumstance(scene, head)]


def _is_circumstance(scene: Scene, head: int) -> bool:
    """Whether what stands behind a preposition is no side: Dover in `refused to pay rent for Dover`."""
    token = scene.token(head)
    if token.dep != "pobj":
        return False
    if head not in scene.actor_at:
        return all(each.mention is None for each in actors_in_phrases(scene, [head], ActorRole.TARGET))
    mention = scene.mentions[scene.actor_at[head]]
    is_town = mention.label is MentionLabel.GPE and mention.country is None
    return is_town and scene.token(token.head).text.lower() in {"for", "from"}


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
        sources = _verb_sources(scene, found.support) or sources
        towards = (
            receivers(sentence, found.support) + towards + prepositional(sentence, found.support, _TOWARDS)
        )
    elif not sources:
        sources = _meeting(scene, found)
    elif not towards:
        towards = _reacting(sentence, found)
    # "Held Russian-Chinese talks": beside somebody else who acts, a modifier names those acted upon.
    modifiers = (
        children_with(sentence, noun, ("amod", "compound", "nmod")) if found.support is not None else []
    )
    return sources, [pair[1:], towards, of, modifiers]


def _meeting(scene: Scene, found: FoundTrigger) -> list[int]:
    """Who meets, where only the main clause tells: `Ruiz spoke after talks with Paz`."""
    preposition = scene.token(found.head).head
    is_around = scene.token(preposition).text.lower() in _AROUND and scene.token(found.head).dep == "pobj"
    if found.event_type != "CONSULT" or not is_around:
        return []
    heads = doers(scene.sentence, scene.token(preposition).head)
    return [head for head in heads if head in scene.actor_at]


def _reacting(sentence: Sentence, found: FoundTrigger) -> list[int]:
    """Whom words are for that another welcomes or turns down: `Chad rejected Peru's offer`."""
    token = sentence.tokens[found.head]
    if not found.trigger.governs or token.dep != "dobj":
        return []
    return doers(sentence, token.head)
