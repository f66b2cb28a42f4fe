"""Countries, their people and parts, and cities: which of several a name means.

The tables are `territories`, `regions`, `divisions` and `cities` in `lexicons/`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import PlaceKind, country_of, known_place
from copydesk.lexicons import lexicon, rows
from copydesk.links.things import Thing, ThingKind, bare_title, plain_name, without_accents

if TYPE_CHECKING:
    from copydesk.links.things import Naming

# A city of this size needs no country beside it, if it outnumbers its namesakes.
MIN_FAMOUS_INHABITANTS = 1_000_000
# A city of this size needs none if its name is no other city's.
MIN_LARGE_INHABITANTS = 300_000
# By how much the largest of several cities must lead to be meant where nothing else decides.
MIN_LEAD = 10
# An article that names so many American states speaks of states.
MIN_STATES = 2
AMERICA = "USA"
REGION_BEHIND = r",\s((?:[A-Z][\w.]+)(?:\s[A-Z][\w.]+)?)"
"""Behind a lesser city: "Paris, Texas". The group is the region that a newspaper adds."""
# Names of states that are names of countries, cities or governments as well.
_DOUBTFUL_STATES = {"Georgia": "GEO", "New York": "", "Washington": "", "Victoria": ""}
# They play on their own, and their demonyms are not the state's.
_NATIONS = {
    "England": "English",
    "Scotland": "Scottish",
    "Wales": "Welsh",
    "Northern Ireland": "Northern Irish",
}
_OTHER_DEMONYMS = frozenset((*_NATIONS.values(), "Englishman", "Englishmen", "Scot", "Scots"))
_SOCCER_TITLES = {
    "USA": "United States men's national soccer team",
    "CAN": "Canada men's national soccer team",
    "AUS": "Australia men's national soccer team",
    "ZAF": "South Africa national soccer team",
    "NZL": "New Zealand men's national football team",
    "GEO": "Georgia national football team",
}


def place_named(naming: Naming) -> Thing | None:
    """Tell which place a name means; None where it is unknown, or could be several."""
    for name in naming.names:
        found = _place(plain_name(name), naming)
        if found is not None:
            return found
    return None


def people_named(naming: Naming) -> Thing | None:
    """The page about the people that "Russians" or "Russian" names."""
    place = known_place(naming.names[0])
    if place is None or place.kind is not PlaceKind.DEMONYM or naming.is_team:
        return None
    if plain_name(naming.names[0]) in _OTHER_DEMONYMS:
        return None
    people = _territories()[place.country][1]
    return Thing(people, None, place.country, ThingKind.PEOPLE) if people else None


def _place(name: str, naming: Naming) -> Thing | None:
    known = known_place(name)
    if known is not None and known.kind is PlaceKind.COUNTRY and not _is_state(name, naming):
        country = _territories()[known.country][0]
        return _team(country) if naming.is_team else country
    if naming.is_team and name in _NATIONS:
        return Thing(f"{name} national football team", None, "GBR", ThingKind.TEAM)
    return _region(name, naming) or _division(name, naming) or _city(name, naming)


def _is_state(name: str, naming: Naming) -> bool:
    """Whether "Georgia" may be the American state; if both may be meant, it is not the country, either."""
    if name not in _DOUBTFUL_STATES:
        return False
    has_states = AMERICA in naming.countries or any(place in _divisions() for place in naming.places)
    near = {"RUS", "ARM", "AZE", "TUR", "UKR", "MDA", _DOUBTFUL_STATES[name]}
    return has_states and not near & naming.countries


def _region(name: str, naming: Naming) -> Thing | None:
    """A region belongs to the country named with it: "Gaza" is a place elsewhere, too."""
    region = _regions().get(name)
    if region is None or region.country is None:
        return region
    known = known_place(name)
    is_known = known is not None and known.country == region.country
    return region if is_known or region.country in naming.countries | {naming.country} else None


def _division(name: str, naming: Naming) -> Thing | None:
    found = _divisions().get(name)
    if found is None:
        return None
    if name in _DOUBTFUL_STATES:
        is_meant = name == "Georgia" and any(place in _american() for place in naming.places)
        return found if is_meant or (name == "Victoria" and "AUS" in naming.countries) else None
    # A republic or Land that is a city, too, is the city.
    if found.country != AMERICA and name in _cities():
        return None
    return found if found.country == AMERICA or found.country in naming.countries | {naming.country} else None


def _city(name: str, naming: Naming) -> Thing | None:
    if name == "New York" and len(naming.places & _states()) >= MIN_STATES:
        # Where states are counted up, "New York" may be one of them.
        return None
    candidates = _cities().get(name) or _cities().get(without_accents(name)) or ()
    if naming.after is not None:
        named = [city for city in candidates if _lies_in(city, naming.after)]
        if named or country_of(naming.after) or naming.after in _divisions():
            return named[0] if len(named) == 1 else None
    near = [city for city in candidates if city.country in naming.countries | {naming.country}]
    leading = _leading(near) if near else None
    if leading is None or leading.inhabitants * MIN_LEAD < max(city.inhabitants for city in candidates):
        leading = _leading(candidates)
        if leading is not None and not near and leading.inhabitants < MIN_FAMOUS_INHABITANTS:
            return leading if _is_known_alone(name, leading) else None
    return leading


def _is_known_alone(name: str, city: Thing) -> bool:
    """Whether newspapers name a city without its country: "Geneva", a capital, but not "Springfield"."""
    known = known_place(name)
    if known is not None and known.kind is PlaceKind.CAPITAL:
        return known.country == city.country
    is_large = city.inhabitants >= MIN_LARGE_INHABITANTS or name in _dateline_places()
    return is_large and city.title == name


def _leading(cities: tuple[Thing, ...] | list[Thing]) -> Thing | None:
    """The largest, where it leads clearly; the only one."""
    if len(cities) > 1 and cities[0].inhabitants < MIN_LEAD * cities[1].inhabitants:
        return None
    return cities[0] if cities else None


def _lies_in(city: Thing, region: str) -> bool:
    return (
        city.title.endswith(f", {region}")
        or country_of(region) == city.country
        or (
            (division := _divisions().get(region)) is not None
            and division.country == city.country
            and "," not in city.title
        )
    )


def _team(country: Thing) -> Thing:
    title = _SOCCER_TITLES.get(country.country or "", f"{country.title} national football team")
    return Thing(title, None, country.country, ThingKind.TEAM)


@cache
def _territories() -> dict[str, tuple[Thing, str]]:
    """By ISO code: the country, and the title of the page on its people."""
    return {
        code: (Thing(title, wikidata_id or None, code, ThingKind.COUNTRY), people)
        for code, title, wikidata_id, people in rows("territories")
    }


@cache
def _regions() -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for code, title, *fields in rows("regions"):
        wikidata_id, names = [*fields, "", ""][:2]
        region = Thing(title, wikidata_id or None, code or None, ThingKind.DIVISION)
        found.update(dict.fromkeys((bare_title(title), *names.split(";")), region))
    return found


@cache
def _divisions() -> dict[str, Thing]:
    return {
        bare_title(title): Thing(title, wikidata_id, code, ThingKind.DIVISION)
        for code, title, wikidata_id in rows("divisions")
        if "," not in title
    }


@cache
def _dateline_places() -> frozenset[str]:
    return frozenset(name for names in lexicon("dateline_places")["cities"].values() for name in names)


@cache
def _states() -> frozenset[str]:
    states = (name for name, found in _divisions().items() if found.country == AMERICA)
    return frozenset(states) - frozenset(_DOUBTFUL_STATES)


@cache
def _american() -> frozenset[str]:
    cities = (name for name, found in _cities().items() if found[0].country == AMERICA)
    return frozenset((*cities, *_states())) - frozenset(_DOUBTFUL_STATES)


@cache
def _cities() -> dict[str, tuple[Thing, ...]]:
    """By name, the largest first."""
    index: dict[str, tuple[Thing, ...]] = {}
    for code, title, inhabitants, names, wikidata_id in rows("cities"):
        city = Thing(title, wikidata_id or None, code, ThingKind.CITY, int(inhabitants))
        spellings = (title, title.replace(".", ""), bare_title(title), *names.split(";"))
        for name in dict.fromkeys(form for given in spellings for form in (given, given.replace(",", ""))):
            if name:
                index[name] = (*index.get(name, ()), city)
    return index
