"""When and where an event took place, from the words attached to it."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import PlaceKind, country_of, known_place
from copydesk.entities.dates import ResolvedDate, resolve_date
from copydesk.events.sectors import sector_of
from copydesk.lexicons import lexicon, word_set
from copydesk.syntax import ancestors, children_with
from schemas.codebook import EVENT_TYPES, TriggerKind
from schemas.vocabulary import QuadClass

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import Mention

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout"})
_PLACE_OBJECT_LEMMAS = frozenset({"visit", "arrive", "enter"})
# What is shelled, blocked or captured is where it happens, too.
_TAKES_PLACES = frozenset({"ASSAULT", "PROTEST", "COERCE"})
_WITHDRAWAL = "withdraw"
_INTO = frozenset({"to", "into"})
_MATERIAL = frozenset({QuadClass.MATERIAL_CONFLICT, QuadClass.MATERIAL_COOPERATION})
_OBJECT_DEPS = frozenset({"dobj", "nsubjpass", "nsubj"})
# An event further back than this is told as background, not as this article's news.
MAX_NEWS_AGE = timedelta(days=60)


def owners(scene: Scene, triggers: list[FoundTrigger], counting: Collection[int]) -> dict[int, int]:
    """For every token that stands for a trigger the trigger's position in `triggers`.

    Beside its own words these are the verbs above an infinitive (`are due on Friday to meet`) and the
    verb of a bare noun (`the talks began on Monday`), as long as they are no trigger themselves. A noun
    that is no event (not `counting`) stands for nothing where another happened at it: `met at a summit
    in May`.
    """
    owned = {
        word: number
        for number, found in enumerate(triggers)
        if number in counting or not _is_behind_place_preposition(scene, found.head)
        for word in (found.head, found.anchor)
    }
    for number, found in enumerate(triggers):
        position = found.anchor
        while (token := scene.token(position)).dep in _shared_clause_deps(found) and token.head != position:
            position = token.head
            owned.setdefault(position, number)
        if found.trigger.kind is TriggerKind.NOUN:
            # "The talks, which are planned for Monday": the clause tells when and where they are held.
            for clause in children_with(scene.sentence, found.head, ("acl", "relcl")):
                if scene.token(clause).lemma.lower() in word_set("event_words", "holding"):
                    owned.setdefault(clause, number)
    return owned


def _is_behind_place_preposition(scene: Scene, position: int) -> bool:
    token = scene.token(position)
    return token.dep == "pobj" and scene.token(token.head).text.lower() in _PLACE_PREPOSITIONS


def find_date_mention(scene: Scene, owned: dict[int, int], number: int) -> Mention | None:
    """The date expression that belongs to a trigger: the first that has it as its nearest trigger above."""
    for head in sorted(scene.date_at):
        if _owner(scene, head, owned) == number:
            return scene.mentions[scene.date_at[head]]
    return None


def find_shared_date_mention(scene: Scene, anchor: int) -> Mention | None:
    """The date of another of two clauses joined by `and`, where both tell in the past tense.

    In `invited Chad to join its plan on Friday and then met Peru` it may be the day of all of it.
    """
    joined = [each for each in _joined_clauses(scene, anchor) if scene.token(each).tag == "VBD"]
    if scene.token(anchor).tag != "VBD" or not joined:
        return None
    for head in sorted(scene.date_at):
        if _clause_verb(scene, head) in {anchor, *(each for each in joined if each < anchor)}:
            return scene.mentions[scene.date_at[head]]
    return None


def _joined_clauses(scene: Scene, verb: int) -> list[int]:
    token = scene.token(verb)
    return [*([token.head] if token.dep == "conj" else []), *children_with(scene.sentence, verb, ("conj",))]


def _clause_verb(scene: Scene, position: int) -> int | None:
    """The verb of the clause that a word stands in, an infinitive counted to the verb above it."""
    for above in ancestors(scene.sentence, position):
        if scene.token(above).pos == "VERB" and scene.token(above).dep != "xcomp":
            return above
    return None


def find_place_mention(
    scene: Scene, owned: dict[int, int], number: int, found: FoundTrigger
) -> Mention | None:
    """The place that belongs to a trigger: behind `in`, `at` and the like, or what a visit goes to."""
    through_objects = EVENT_TYPES[found.event_type].quad_class in _MATERIAL
    own = [
        head
        for head in sorted(scene.place_at)
        if _owner(scene, head, owned, through_objects=through_objects) == number
        and _is_near(scene, head, owned, through_objects=through_objects)
    ]
    # "Bombed the Grand Hotel in Brighton" was in Brighton.
    named = [head for head in own if _names_place(scene, head)]
    goals = [head for head in own if _is_goal(scene, head, found)]
    return scene.mentions[scene.place_at[(named + goals)[0]]] if named or goals else None


def _is_goal(scene: Scene, head: int, found: FoundTrigger) -> bool:
    """Whether a visit goes there, or a fight is about it: `visited Peru`, `shelled the port of Basra`."""
    token = scene.token(head)
    if token.dep == "pobj" and scene.token(token.head).text.lower() == "of":
        # "The town of Basra" is Basra.
        token = scene.token(scene.token(token.head).head)
    if token.dep == "pobj":
        return _is_end_of_way(scene, token.head, found)
    if token.dep not in {"dobj", "nsubjpass"}:
        return False
    lemma = scene.token(token.head).lemma
    return lemma in _PLACE_OBJECT_LEMMAS or (
        found.event_type in _TAKES_PLACES and token.head in found.words and _is_no_state(scene, head)
    )


def _is_end_of_way(scene: Scene, preposition: int, found: FoundTrigger) -> bool:
    """Whether something is moved to or from there: `withdrew from Goma`, `was flown out of Goma`."""
    is_move = scene.token(found.head).lemma.lower() in word_set("event_words", "moving")
    lowered = scene.token(preposition).text.lower()
    above = scene.token(scene.token(preposition).head)
    is_origin = lowered == "from" or (lowered == "of" and above.text.lower() == "out")
    return (is_origin and (is_move or found.trigger.mode == _WITHDRAWAL)) or (is_move and lowered in _INTO)


def _is_no_state(scene: Scene, head: int) -> bool:
    """Whether it is a town or building rather than a country, which would be who is struck, not where."""
    mention = scene.mentions[scene.place_at[head]]
    known = known_place(mention.span.of(scene.text))
    return known is None or known.kind is not PlaceKind.COUNTRY


def _names_place(scene: Scene, head: int) -> bool:
    """Whether the name says where: `in London`, `at a London summit`, `outside the town of Basra`."""
    if _is_behind_place_preposition(scene, head):
        return True
    token = scene.token(head)
    if _is_behind_of(scene, head) and scene.token(token.head).head != head:
        kind = scene.token(token.head).head
        is_kind = scene.token(kind).lemma.lower() in word_set("event_words", "settlements")
        # "Outside of Basra".
        return (is_kind and _names_place(scene, kind)) or scene.token(
            kind
        ).text.lower() in _PLACE_PREPOSITIONS
    return token.dep == "compound" and _is_behind_place_preposition(scene, token.head)


def _is_behind_of(scene: Scene, position: int) -> bool:
    token = scene.token(position)
    return token.dep == "pobj" and scene.token(token.head).text.lower() == "of"


def _is_somebody(scene: Scene, position: int) -> bool:
    """Whether the parser hung the place on one of the actors: `met the Polish envoy in Geneva`."""
    token = scene.token(position)
    if position in scene.actor_at or token.dep == "appos" or sector_of(token.lemma) is not None:
        return True
    # "Met for the first time in London": the parser hangs the place on the time.
    return token.lemma.lower() == "time"


def _is_near(scene: Scene, head: int, owned: dict[int, int], *, through_objects: bool) -> bool:
    """Whether the place is the event's own, not that of a thing in it: `opposed a base in Peru`."""
    for above in ancestors(scene.sentence, head):
        token = scene.token(above)
        if above in owned:
            return True
        is_venue = _is_behind_place_preposition(scene, above) or token.lemma.lower() in word_set(
            "event_words", "settlements"
        )
        is_object = through_objects and (
            token.dep in _OBJECT_DEPS or token.dep == "pobj" or _is_whereabouts(scene, above)
        )
        if not (token.pos == "ADP" or is_venue or is_object or _is_somebody(scene, above)):
            return False
    return False


def _is_whereabouts(scene: Scene, position: int) -> bool:
    """Whether it is a participle that tells where somebody is: `guerrillas operating in Chad`."""
    token = scene.token(position)
    return token.dep == "acl" and token.lemma.lower() in word_set("event_words", "being")


def event_date(scene: Scene, mention: Mention, anchor: date | None, *, future: bool) -> ResolvedDate | None:
    """What the date expression means for an event that is, or is not, still to come."""
    return resolve_date(mention.span.of(scene.text), anchor, future=future)


def place_country(scene: Scene, mention: Mention) -> str | None:
    """The country a place lies in; None where its name does not tell."""
    return mention.country or country_of(mention.span.of(scene.text))


def is_ahead(scene: Scene, mention: Mention | None, dated: ResolvedDate | None, anchor: date | None) -> bool:
    """Whether the words for the time put the event after publication, as in `meet next week`."""
    if mention is None:
        return False
    words = mention.span.of(scene.text).lower()
    if any(phrase in words for phrase in _phrases("planned")):
        return True
    return dated is not None and anchor is not None and dated.on > anchor


def is_background(
    scene: Scene, mention: Mention | None, dated: ResolvedDate | None, anchor: date | None
) -> bool:
    """Whether the words for the time put the event before the time the article is about."""
    if mention is None:
        return False
    words = mention.span.of(scene.text).lower()
    if any(phrase in words for phrase in _phrases("background")):
        return True
    return (
        dated is not None
        and anchor is not None
        and anchor - dated.on > MAX_NEWS_AGE
        and dated.on.year < anchor.year
    )


def _owner(
    scene: Scene, position: int, owned: dict[int, int], *, through_objects: bool = False
) -> int | None:
    for above in ancestors(scene.sentence, position):
        if above in owned:
            return owned[above]
        # The date of another clause tells nothing about the event above it.
        if scene.token(above).pos == "VERB" and not (through_objects and _is_whereabouts(scene, above)):
            return None
    return None


def _shared_clause_deps(found: FoundTrigger) -> frozenset[str]:
    is_bare_noun = found.trigger.kind is TriggerKind.NOUN and found.support is None
    return frozenset({"xcomp", "nsubj", "nsubjpass", "dobj"}) if is_bare_noun else frozenset({"xcomp"})


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return lexicon("operators")[section]["dates"]
