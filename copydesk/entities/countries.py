"""Names that stand for a country: the country itself, its people, its capital, its seats of government.

Intergovernmental bodies are here too; they have the code `IGO`. The names are in
`lexicons/countries.toml` and `lexicons/organizations.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from copydesk.lexicons import lexicon
from schemas.vocabulary import MentionLabel

INTERGOVERNMENTAL = "IGO"
# "US" in capitals is the country, and "OMAN" is Oman, but "WHO" in a headline is a question.
MIN_CAPITALS_LETTERS = 4
# A capital or a region may also be a surname, or stand for something else than the state.
_LISTS = {"names": "COUNTRY", "demonyms": "DEMONYM", "capital": "CAPITAL", "parts": "PART"}
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")


class PlaceKind(Enum):
    """In which way a name stands for a country."""

    COUNTRY = auto()
    DEMONYM = auto()
    CAPITAL = auto()
    PART = auto()
    SEAT = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What a known name means. Names of one thing have the same `key`."""

    country: str
    kind: PlaceKind
    key: str

    @property
    def label(self) -> MentionLabel:
        """The label that a mention of it has."""
        if self.kind is PlaceKind.DEMONYM:
            return MentionLabel.NORP
        return MentionLabel.ORG if self.kind in (PlaceKind.SEAT, PlaceKind.BODY) else MentionLabel.GPE


def country_of(text: str) -> str | None:
    """Tell which country a name stands for; None where it stands for none, or for several.

    >>> country_of("U.S."), country_of("Russians"), country_of("the Kremlin"), country_of("Nato")
    ('USA', 'RUS', 'RUS', 'IGO')
    >>> country_of("us"), country_of("Congo")
    (None, None)

    Returns:
        An ISO 3166-1 alpha-3 code, or `IGO` for an intergovernmental body.
    """
    place = known_place(text)
    return place.country if place else None


def known_place(text: str) -> Place | None:
    """Look a name up; articles, possessive endings and capitals ("RUSSIAN") do not matter.

    >>> known_place("RUSSIAN")
    Place(country='RUS', kind=<PlaceKind.DEMONYM: 2>, key='RUS demonym')
    """
    name = " ".join(text.replace("’", "'").split())
    name = _POSSESSIVE.sub("", _ARTICLE.sub("", name))
    place = _places().get(name) or _places().get(f"{name}.")
    if place is None and len(name) >= MIN_CAPITALS_LETTERS and name.isupper():
        return _places_by_capitals().get(name)
    return place


@cache
def longest_place_words() -> int:
    """The number of words in the longest known name."""
    return max(len(name.split()) for name in _places())


@cache
def _places() -> dict[str, Place]:
    places: dict[str, Place] = {}
    for country, lists in lexicon("countries").items():
        for section, names in lists.items():
            for name in names:
                places[name] = _place(country, PlaceKind[_LISTS[section]], name)
                if section == "demonyms":
                    places[f"{name}s"] = places[name]
    organizations = lexicon("organizations")
    for country, names in organizations["seats"].items():
        places.update({name: _place(country, PlaceKind.SEAT, name) for name in names})
    for body, names in organizations["intergovernmental"].items():
        places.update({name: Place(INTERGOVERNMENTAL, PlaceKind.BODY, body) for name in names})
    return places


def _place(country: str, kind: PlaceKind, name: str) -> Place:
    # A country and its people are one thing each under all their names; every city is its own.
    one_thing = kind in (PlaceKind.COUNTRY, PlaceKind.DEMONYM)
    return Place(country, kind, f"{country} {kind.name.lower() if one_thing else name}")


@cache
def _places_by_capitals() -> dict[str, Place]:
    return {name.upper(): place for name, place in _places().items() if not name.isupper()}
