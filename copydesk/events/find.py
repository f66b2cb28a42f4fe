"""Events of a document: triggers, their sides, status, time and place put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.events.casualties import Casualties, find_casualties
from copydesk.events.counting import counting_triggers, nameless_sides, reading
from copydesk.events.nationality import with_countries
from copydesk.events.scene import Scene, is_sport, make_scenes
from copydesk.events.sides import Sides, find_sides
from copydesk.events.status import announces, classify_status
from copydesk.events.triggers import FoundTrigger, find_triggers, inner_mode
from copydesk.events.when_where import (
    event_date,
    find_date_mention,
    find_place_mention,
    find_shared_date_mention,
    is_ahead,
    is_background,
    owners,
    place_country,
)
from copydesk.records import Event
from schemas.codebook import EVENT_TYPES, TriggerKind
from schemas.vocabulary import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from copydesk.entities.dates import ResolvedDate
    from copydesk.records import Document, Mention, Quote, Sentence
    from copydesk.spans import Span

# How sure a coding is to begin with, and what each doubt takes away.
BASE_CONFIDENCE = 0.85
ONE_SIDE_DOUBT = 0.2
BARE_NOUN_DOUBT = 0.1
REPORTED_DOUBT = 0.1
NOT_ACTUAL_DOUBT = 0.1
SHARED_DATE_DOUBT = 0.1
# `Opened fire, killing`, `attacked and destroyed`: through these relations one event is told on.
_CONTINUING_DEPS = frozenset({"conj", "advcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence with the triggers in it, and what of the document they need."""

    scene: Scene
    triggers: list[FoundTrigger]
    owned: dict[int, int]
    quotes: tuple[Quote, ...]
    published_on: date | None


def find_events(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Event, ...]:
    """Find who did what to whom, sentence by sentence.

    Statements are no events; promises, refusals, demands and threats are, and what is promised or
    threatened is then part of them. A meeting still to come stays CONSULT with the status planned; the
    announcement of another deed is coded as the codebook's `planned_as` says.

    Returns:
        The events in the order of their triggers.
    """
    events: list[Event] = []
    coded = with_countries(document, mentions)
    for scene in make_scenes(document.text, sentences, coded):
        if not is_sport(scene.sentence):
            events.extend(_sentence_events(scene, quotes, document.metadata.published_on))
    return tuple(sorted(events, key=lambda event: event.trigger))


def _sentence_events(scene: Scene, quotes: tuple[Quote, ...], published_on: date | None) -> Iterator[Event]:
    triggers = [reading(scene, found) for found in find_triggers(scene.sentence)]
    sides = [find_sides(scene, found) for found in triggers]
    counting = counting_triggers(scene, triggers, sides)
    telling = _Telling(scene, triggers, owners(scene, triggers, counting), quotes, published_on)
    parts = {
        number: _whole(telling.scene.sentence, found, counting)
        for number, found in counting.items()
        if not any(actor.mention is not None for actor in sides[number].suffering)
    }
    for number in counting:
        if parts.get(number) is None:
            words = [number, *(part for part, whole in parts.items() if whole == number)]
            named = sides[number] if sides[number].actors else nameless_sides(scene, triggers[number])
            yield _event(telling, number, named, _casualties(telling, words, counting))


def _whole(sentence: Sentence, found: FoundTrigger, counting: dict[int, FoundTrigger]) -> int | None:
    """The trigger of the same type that this one goes on telling: `opened fire, killing twelve`."""
    token = sentence.tokens[found.anchor]
    if token.dep not in _CONTINUING_DEPS or found.trigger.kind is not TriggerKind.VERB:
        return None
    for number, other in counting.items():
        if other is not found and other.anchor == token.head and other.event_type == found.event_type:
            return number
    return None


@dataclass(frozen=True, slots=True)
class _Time:
    """When an event was, as far as the sentence tells, and whether the date is another clause's as well."""

    mention: Mention | None
    dated: ResolvedDate | None
    is_shared: bool = False


def _event(telling: _Telling, number: int, sides: Sides, casualties: Casualties) -> Event:
    scene, found = telling.scene, telling.triggers[number]
    event_type, status = _typed(scene.sentence, found)
    # The time given with an announcement is that of the deed, not of the words.
    time = _time(telling, number, status) if event_type == found.event_type else _Time(None, None)
    status = _status_at(telling, found, status, time)
    dated = time.dated
    where = find_place_mention(scene, telling.owned, number, found)
    attributed_to = _attribution(telling.quotes, found.spans(scene.sentence)[0])
    return Event(
        sentence_no=scene.sentence.sentence_no,
        event_type=event_type,
        mode=found.mode if event_type == found.event_type else inner_mode(event_type, found),
        trigger=found.spans(scene.sentence),
        evidence=scene.sentence.span,
        status=status,
        actors=sides.actors,
        confidence=_confidence(
            found,
            sides,
            (attributed_to is not None, REPORTED_DOUBT),
            (status is not EventStatus.ACTUAL, NOT_ACTUAL_DOUBT),
            (time.is_shared, SHARED_DATE_DOUBT),
        ),
        occurred_on=dated.on if dated else None,
        date_precision=dated.precision if dated else None,
        place=where.span.of(scene.text) if where else None,
        place_country=place_country(scene, where) if where else None,
        attributed_to=attributed_to,
        fatalities=casualties.fatalities,
        injuries=casualties.injuries,
    )


def _typed(sentence: Sentence, found: FoundTrigger) -> tuple[str, EventStatus]:
    """The type and status, the announcement of a deed or of its refusal being an event of its own."""
    status = classify_status(sentence, found)
    event_type = EVENT_TYPES[found.event_type]
    if announces(sentence, found):
        if status is EventStatus.PLANNED and event_type.planned_as is not None:
            return event_type.planned_as, EventStatus.ACTUAL
        if status is EventStatus.NEGATED and event_type.refused_as is not None:
            return event_type.refused_as, EventStatus.ACTUAL
    return found.event_type, status


def _time(telling: _Telling, number: int, status: EventStatus) -> _Time:
    """When the event was: by its own date, or by that of a clause it is joined to."""
    scene, published_on = telling.scene, telling.published_on
    mention = find_date_mention(scene, telling.owned, number)
    anchor = telling.triggers[number].anchor
    if mention is None and scene.token(anchor).dep == "conj":
        above = telling.owned.get(scene.token(anchor).head)
        mention = None if above is None else find_date_mention(scene, telling.owned, above)
    if mention is not None:
        future = status is EventStatus.PLANNED
        return _Time(mention, event_date(scene, mention, published_on, future=future))
    shared = find_shared_date_mention(scene, anchor)
    if shared is None or published_on is None:
        return _Time(None, None)
    dated = event_date(scene, shared, published_on, future=False)
    if dated is None or dated.on > published_on:
        return _Time(None, None)
    return _Time(shared, dated, is_shared=True)


def _status_at(telling: _Telling, found: FoundTrigger, status: EventStatus, time: _Time) -> EventStatus:
    """The status once the time is known: what lies ahead is planned, what is long past no news."""
    if status is not EventStatus.ACTUAL:
        return status
    told = (telling.scene, time.mention, time.dated, telling.published_on)
    is_past = telling.scene.token(found.anchor).tag == "VBD"
    if not is_past and is_ahead(*told):
        return EventStatus.PLANNED
    return EventStatus.BACKGROUND if is_background(*told) else status


def _casualties(telling: _Telling, numbers: list[int], counting: dict[int, FoundTrigger]) -> Casualties:
    """The casualties of an event told by these triggers; all the sentence's if no other assault is there."""
    sentence = telling.scene.sentence
    assaults = [number for number, found in counting.items() if found.event_type == "ASSAULT"]
    if numbers[0] not in assaults:
        return Casualties()
    is_only_one = len(assaults) == len(numbers)
    return find_casualties(
        sentence,
        range(len(sentence.tokens))
        if is_only_one
        else [telling.triggers[number].anchor for number in numbers],
    )


def _attribution(quotes: tuple[Quote, ...], trigger: Span) -> int | None:
    """The position of the narrowest quote whose content holds the trigger."""
    holding = [
        (len(piece), number)
        for number, quote in enumerate(quotes)
        for piece in quote.content
        if piece.contains(trigger)
    ]
    return min(holding)[1] if holding else None


def _confidence(found: FoundTrigger, sides: Sides, *more_doubts: tuple[bool, float]) -> float:
    doubts = (
        (not sides.has_two, ONE_SIDE_DOUBT),
        (found.trigger.kind is TriggerKind.NOUN and found.support is None, BARE_NOUN_DOUBT),
        *more_doubts,
    )
    return round(BASE_CONFIDENCE - sum(doubt for applies, doubt in doubts if applies), 2)
