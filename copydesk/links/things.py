"""What can be linked to: the records of the knowledge base, and how names are compared with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

_BRACKETS = re.compile(r" \([^)]*\)$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")


class ThingKind(Enum):
    """What sort of thing it is: each is told apart from its namesakes in its own way."""

    COUNTRY = auto()
    PEOPLE = auto()
    DIVISION = auto()
    CITY = auto()
    TEAM = auto()
    ORGANIZATION = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Thing:
    """One page of the encyclopedia.

    Attributes:
        title: Title of the English Wikipedia page.
        wikidata_id: Its Wikidata item, where a source gives it.
        country: ISO 3166-1 alpha-3 code, `IGO` for what belongs to many states, None for what has no country.
        kind: What sort of thing it is.
        inhabitants: Of a city.
    """

    title: str
    wikidata_id: str | None
    country: str | None
    kind: ThingKind
    inhabitants: int = 0


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as one article uses it, and what stands around it.

    Attributes:
        names: The ways it is written, the fullest first.
        country: The country that the article gives with it.
        role: The office that the article gives with it.
        year: Year of publication.
        countries: The countries that the article's other names point to.
        places: The other names of places in the article.
        after: What follows a place behind a comma: "Texas" in "Paris, Texas".
        is_team: Whether the article uses the names of countries for their football teams.
    """

    names: tuple[str, ...]
    country: str | None = None
    role: str | None = None
    year: int | None = None
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    after: str | None = None
    is_team: bool = False


def plain_name(name: str) -> str:
    """A name without article, possessive ending and odd spaces.

    >>> plain_name("the  Kremlin's")
    'Kremlin'
    """
    return _ARTICLE.sub("", _POSSESSIVE.sub("", " ".join(name.replace("’", "'").split())))


def bare_title(title: str) -> str:
    """A title without what tells it from others.

    >>> bare_title("Georgia (country)")
    'Georgia'
    """
    return _BRACKETS.sub("", title)


def without_accents(name: str) -> str:
    """A name in the letters that English newspapers have.

    >>> without_accents("Erdoğan"), without_accents("Wałęsa")
    ('Erdogan', 'Walesa')
    """
    parts = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("Ł", "L").replace("đ", "d").replace("ı", "i")
    )
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).replace("ø", "o")
