"""When and where an event took place, from the words attached to it."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import country_of
from copydesk.entities.dates import ResolvedDate, resolve_date
from copydesk.lexicons import lexicon
from copydesk.syntax import ancestors
from schemas.codebook import TriggerKind

if TYPE_CHECKING:
    from datetime import date

    from copydesk.events.scene import Scene
    from copydesk.events.triggers import FoundTrigger
    from copydesk.records import Mention

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout"})
_PLACE_OBJECT_LEMMAS = frozenset({"visit", "arrive", "enter"})
# An event further back than this is told as background, not as this article's news.
MAX_NEWS_AGE = timedelta(days=60)


def owners(scene: Scene, triggers: list[FoundTrigger]) -> dict[int, int]:
    """For every token that stands for a trigger the trigger's position in `triggers`.

    Beside its own words these are the verbs above an infinitive (`are due on Friday to meet`) and the
    verb of a bare noun (`the talks began on Monday`), as long as they are no trigger themselves.
    """
    owned = {word: number for number, found in enumerate(triggers) for word in (found.head, found.anchor)}
    for number, found in enumerate(triggers):
        position = found.anchor
        while (token := scene.token(position)).dep in _shared_clause_deps(found) and token.head != position:
            position = token.head
            owned.setdefault(position, number)
    return owned


def find_date_mention(scene: Scene, owned: dict[int, int], number: int) -> Mention | None:
    """The date expression that belongs to a trigger: the first that has it as its nearest trigger above."""
    for head in sorted(scene.date_at):
        if _owner(scene, head, owned) == number:
            return scene.mentions[scene.date_at[head]]
    return None


def find_place_mention(scene: Scene, owned: dict[int, int], number: int) -> Mention | None:
    """The place that belongs to a trigger: behind `in`, `at` and the like, or what a visit goes to."""
    for head in sorted(scene.place_at):
        token = scene.token(head)
        is_place = scene.token(token.head).text.lower() in _PLACE_PREPOSITIONS and token.dep == "pobj"
        is_goal = token.dep == "dobj" and scene.token(token.head).lemma in _PLACE_OBJECT_LEMMAS
        if (is_place or is_goal) and _owner(scene, head, owned) == number:
            return scene.mentions[scene.place_at[head]]
    return None


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


def _owner(scene: Scene, position: int, owned: dict[int, int]) -> int | None:
    for above in ancestors(scene.sentence, position):
        if above in owned:
            return owned[above]
        # The date of another clause tells nothing about the event above it.
        if scene.token(above).pos == "VERB":
            return None
    return None


def _shared_clause_deps(found: FoundTrigger) -> frozenset[str]:
    is_bare_noun = found.trigger.kind is TriggerKind.NOUN and found.support is None
    return frozenset({"xcomp", "nsubj", "nsubjpass", "dobj"}) if is_bare_noun else frozenset({"xcomp"})


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return lexicon("operators")[section]["dates"]
