"""Which country each name of an article stands for, beyond what the entity stage says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.countries import INTERGOVERNMENTAL, PlaceKind, known_place
from copydesk.lexicons import word_set
from copydesk.links.choose import country_beside, link_naming
from copydesk.links.organizations import organization_named
from copydesk.links.people import country_of_head
from copydesk.links.places import REGION_BEHIND, place_named
from copydesk.links.things import Naming, bare_title
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from copydesk.records import Document, Mention

_PLACES = frozenset({MentionLabel.GPE, MentionLabel.LOC, MentionLabel.FAC})
_REGION = re.compile(REGION_BEHIND)
# "Ethnic Albanians" and the "Albanian" of "ethnic Albanian rebels" live in another country than Albania.
_ETHNIC = re.compile(r"\bethnic(?:ally)?[\s-]+$", re.IGNORECASE)
_ETHNIC_LETTERS = 16
_HOME_LABELS = frozenset({MentionLabel.GPE, MentionLabel.NORP})


_OF = frozenset({"of"})
MAX_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _PlaceInName:
    """The country of a place in a longer name, and whether the name says the people."""

    country: str
    is_people: bool


@dataclass(frozen=True, slots=True)
class _Cluster:
    """The names of one thing, the fullest first, and what the article says of it."""

    names: tuple[str, ...]
    label: MentionLabel
    country: str | None
    role: str | None
    after: str | None


def with_countries(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the mentions the country that the tables of known names have for them.

    Names that an article gives no country with may be known: office-holders at the time of publication,
    cities, regions, organisations. A people named as "ethnic" has no country: it lives in another.
    """
    clusters = _clusters(document.text, mentions)
    countries, places = _surroundings(clusters)
    published_on = document.metadata.published_on
    found: dict[int | None, str] = {}
    for number, cluster in clusters.items():
        naming = Naming(
            names=cluster.names,
            country=cluster.country,
            role=cluster.role,
            year=published_on.year if published_on else None,
            countries=frozenset(country for other, country in countries.items() if other != number),
            places=frozenset(place for other, place in places.items() if other != number),
            after=cluster.after,
        )
        if cluster.country is None and (country := _linked_country(naming, cluster.label)):
            found[number] = country
    coded = (
        replace(mention, country=mention.country or found.get(mention.cluster_no)) for mention in mentions
    )
    return tuple(
        replace(mention, country=None) if _is_ethnic(document.text, mention) else mention for mention in coded
    )


def home_of(mentions: tuple[Mention, ...]) -> str | None:
    """The only country that an article speaks of; None where there are several, or none.

    Its police, opposition or workers need no adjective. Bodies of many states do not count.
    """
    countries = {
        mention.country
        for mention in mentions
        if mention.form is MentionForm.NAME
        and mention.country not in {None, INTERGOVERNMENTAL}
        and (mention.label in _HOME_LABELS or mention.label is MentionLabel.PERSON)
    }
    return countries.pop() if len(countries) == 1 else None


def _clusters(text: str, mentions: tuple[Mention, ...]) -> dict[int, _Cluster]:
    members: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.form is MentionForm.NAME and mention.cluster_no is not None:
            members.setdefault(mention.cluster_no, []).append(mention)
    return {number: _cluster(text, of_one) for number, of_one in members.items()}


def _cluster(text: str, members: list[Mention]) -> _Cluster:
    written = sorted({mention.span.of(text) for mention in members}, key=lambda name: (-len(name), name))
    behind = (_REGION.match(text, mention.span.end) for mention in members)
    return _Cluster(
        names=tuple(written),
        label=members[0].label,
        country=next((mention.country for mention in members if mention.country), None),
        role=next((mention.role for mention in members if mention.role), None),
        after=next((match.group(1) for match in behind if match), None),
    )


def _surroundings(clusters: dict[int, _Cluster]) -> tuple[dict[int, str], dict[int, str]]:
    """By cluster: the country that it points to, and its name if it is a place."""
    countries: dict[int, str] = {}
    places: dict[int, str] = {}
    for number, cluster in clusters.items():
        country = cluster.country
        if country is None and cluster.label is not MentionLabel.PERSON:
            country = country_beside(cluster.label, cluster.names[0])
        if country is not None:
            countries[number] = country
        if cluster.label in _PLACES:
            places[number] = bare_title(cluster.names[0])
    return countries, places


def _linked_country(naming: Naming, label: MentionLabel) -> str | None:
    thing = link_naming(label, naming)
    if thing is None and label in _PLACES:
        thing = place_named(replace(naming, names=tuple(_without_direction(name) for name in naming.names)))
    if thing is not None:
        return thing.country
    if label is MentionLabel.ORG and (country := _country_in_name(naming) or _body(naming)):
        return country
    # Recognition often takes a bare surname for a place or a firm.
    return None if known_place(naming.names[0]) else country_of_head(naming)


def _body(naming: Naming) -> str | None:
    """The code of a body's part named alone, where the article names such bodies: the `Security Council`."""
    if INTERGOVERNMENTAL not in naming.countries:
        return None
    thing = organization_named(replace(naming, countries=frozenset({INTERGOVERNMENTAL})))
    return thing.country if thing else None


def _without_direction(name: str) -> str:
    """The bare name: `Darfur` of `West Darfur State`."""
    words = name.split()
    start = 1 if words[0].lower() in word_set("event_words", "directions") and len(words) > 1 else 0
    end = (
        len(words) - 1
        if words[-1].lower() in word_set("event_words", "divisions") and len(words) > start + 1
        else len(words)
    )
    return " ".join(words[start:end])


def _country_in_name(naming: Naming) -> str | None:
    """The country whose name, city or people is part of an organisation's name: `North Dakota Senate`."""
    words = naming.names[0].split()
    found: set[str | None] = set()
    for start in range(len(words)):
        place = _longest_place(words[start:], is_first=start == 0)
        if place is not None and (start == 0 or words[start - 1] in _OF or place.is_people):
            found.add(place.country)
    return found.pop() if len(found) == 1 else None


def _longest_place(words: list[str], *, is_first: bool) -> _PlaceInName | None:
    for size in range(min(len(words), MAX_PLACE_WORDS), 0, -1):
        name = " ".join(words[:size])
        known = known_place(name)
        if known is not None:
            return _PlaceInName(known.country, is_people=known.kind is PlaceKind.DEMONYM)
        # A city's name is no company's: only what a state has is the city's own.
        thing = place_named(Naming((name,))) if size < len(words) or not is_first else None
        if thing is not None and thing.country is not None:
            return _PlaceInName(thing.country, is_people=False)
    return None


def _is_ethnic(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.span.start - _ETHNIC_LETTERS) : mention.span.start]
    return mention.label is MentionLabel.NORP and _ETHNIC.search(before) is not None
