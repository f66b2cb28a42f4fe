"""Forms of address, offices and functions: the words that stand before a name and are no part of it."""

from __future__ import annotations

from enum import Enum
from functools import cache

from copydesk.entities.countries import PlaceKind, known_place
from copydesk.lexicons import lexicon

# Words that may stand inside an office: "Secretary of State", "minister for trade and industry".
LINKS = frozenset({"of", "for", "and", "&", "-", "–", "the"})

_PERSON_ENDINGS = (
    "er",
    "or",
    "ist",
    "yst",
    "ian",
    "man",
    "woman",
    "person",
    "ee",
    "eur",
    "ess",
    "ant",
    "crat",
    "logue",
)


class Gender(Enum):
    """Which of "he" and "she" refers to a person."""

    MALE = "male"
    FEMALE = "female"


def courtesy_gender(word: str) -> Gender | None:
    """The gender that a form of address tells: "Mr", "Mrs"."""
    return _gender(word, "courtesy")


def office_gender(word: str) -> Gender | None:
    """The gender that an office tells: "spokeswoman", "king"."""
    return _gender(word, "offices")


def given_name_gender(word: str) -> Gender | None:
    """The gender that a given name tells; None for one that men and women bear."""
    for gender in Gender:
        if word in _words("given_names", "given", gender.value):
            return gender
    return None


def is_courtesy(word: str) -> bool:
    """Whether the word is a form of address, such as "Mr"."""
    return any(word.casefold() in _words("titles", "courtesy", key) for key in ("male", "female", "any"))


def is_office(word: str) -> bool:
    """Whether the word names an office or function that is written with a capital before names."""
    return any(word.casefold() in _words("titles", "offices", key) for key in ("male", "female", "any"))


def is_person_noun(word: str) -> bool:
    """Whether a noun is likely to describe a person: "analyst", "pollster", "wife"."""
    if is_office(word) or word.casefold() in _words("titles", "offices", "nouns"):
        return True
    return word.endswith(_PERSON_ENDINGS) and not is_qualifier(word)


def is_qualifier(word: str) -> bool:
    """Whether the word often stands in the name of an office: "foreign", "deputy"."""
    return any(word.casefold() in _words("titles", "qualifiers", key) for key in ("before", "after"))


def ends_office(word: str) -> bool:
    """Whether the word may end the name of an office after its noun: "elect", "general", "state"."""
    return word.casefold() in _words("titles", "qualifiers", "after")


def is_title_word(word: str) -> bool:
    """Whether the word belongs to a form of address or to the name of an office."""
    return is_courtesy(word) or is_office(word) or is_qualifier(word)


def leading_title_words(words: list[str]) -> int:
    """Count the words before the name proper.

    >>> leading_title_words(["Russian", "Deputy", "Prime", "Minister", "Pyotr", "Orlov"])
    4
    >>> leading_title_words(["Jordan", "Foster"])
    0
    """
    count = 0
    for position, word in enumerate(words[:-1]):
        if is_courtesy(word) or is_office(word) or (count and ends_office(word)):
            count = position + 1
        elif not (is_qualifier(word) or word.casefold() in LINKS or _is_country(word)):
            break
    return count


def _is_country(word: str) -> bool:
    place = known_place(word)
    return place is not None and place.kind in (PlaceKind.COUNTRY, PlaceKind.DEMONYM)


def _gender(word: str, section: str) -> Gender | None:
    for gender in Gender:
        if word.casefold() in _words("titles", section, gender.value):
            return gender
    return None


@cache
def _words(name: str, section: str, key: str) -> frozenset[str]:
    return frozenset(lexicon(name)[section][key])
