"""Outlets known by name, and words that tell an outlet, or a company with many of them, from other names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.credits import agency_names
from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.site_phrases import Furniture

# The same names stand on a page again and again.
_N_KEPT_NAMES = 512
MIN_ARTICLE_KEY_LETTERS = 5
_SIGNS = re.compile(r"[\W_]+")
_ENDINGS = r"com|org|net|co|info|tv|in|ca|ie|io|uk|au|nz|us|eu|sg|my|za"
_HOST_ENDING = re.compile(rf"(?:\.(?:{_ENDINGS}))+$", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether a name ends like the address of a site."""
    return _HOST_ENDING.search(name) is not None


@lru_cache(_N_KEPT_NAMES)
def name_key(name: str) -> str:
    """The name's letters and digits in small letters, without article and ending of an address.

    >>> name_key("The Daily Desk"), name_key("dailydesk.co.uk")
    ('dailydesk', 'dailydesk')
    """
    letters = _SIGNS.sub("", _HOST_ENDING.sub("", name.casefold()))
    is_long = len(letters) >= MIN_ARTICLE_KEY_LETTERS
    return letters[3:] if letters.startswith("the") and is_long else letters


def is_known(name: str) -> bool:
    """Whether the name is an outlet's, in any of the ways that it is written."""
    return name in _outlets() or name_key(name) in _known_keys()


def known_form(name: str) -> str:
    """The name under which a known outlet is published; another name as it is.

    >>> known_form("Guardian News and Media"), known_form("Daily Desk")
    ('The Guardian', 'Daily Desk')
    """
    known = _outlets().get(name) or _outlets_in_small_letters().get(name.removeprefix("The ").casefold())
    return known or name


def known_outlets_in(furniture: Furniture) -> Iterator[str]:
    """Find the known outlets that a page's furniture names, each once.

    >>> from copydesk.cleaning.site_phrases import furniture_of
    >>> list(known_outlets_in(furniture_of(["What The Guardian and the guardian of the park said"])))
    ['The Guardian']
    """
    by_word = _outlets_by_first_word()
    for word in sorted(by_word.keys() & furniture.words):
        for alias, others in by_word[word]:
            if furniture.may_have(others) and _has_whole(furniture.text, alias):
                yield alias


def _has_whole(text: str, alias: str) -> bool:
    start = text.find(alias)
    return start >= 0 and not text[start + len(alias) : start + len(alias) + 1].isalnum()


def names_outlet(name: str) -> bool:
    """Whether the last word is what outlets are called: "Gazette", "News"."""
    return name.split()[-1].casefold() in _outlet_words()


def is_owner(name: str) -> bool:
    """Whether a company with many outlets has this name."""
    return name_key(name) in _owner_keys()


def ends_like_company(name: str) -> bool:
    """Whether the last word tells a company: "Media", "Publishing"."""
    return name.split()[-1] in _company_words()


@cache
def _outlets() -> dict[str, str]:
    """Every way a known outlet is written → the name that is published."""
    names = {name: name for land in lexicon("outlet_names").values() for name in land["names"]}
    aliases = {
        alias: name for name, entry in lexicon("publishers").items() for alias in (name, *entry["aliases"])
    }
    return {alias: name for alias, name in (names | aliases).items() if alias not in agency_names()}


@cache
def _outlets_by_first_word() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The known outlets, each with its other words, by their first words in small letters, articles aside."""
    by_word: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for alias in _outlets():
        first, *others = alias.removeprefix("The ").lower().split()
        by_word[first].append((alias, tuple(others)))
    return {word: tuple(aliases) for word, aliases in by_word.items()}


@cache
def _outlets_in_small_letters() -> dict[str, str]:
    return {alias.casefold(): name for alias, name in _outlets().items()}


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(map(name_key, _outlets()))


@cache
def _owner_keys() -> frozenset[str]:
    return frozenset(map(name_key, lexicon("site_words")["owners"]["names"]))


@cache
def _company_words() -> frozenset[str]:
    return frozenset(lexicon("site_words")["owners"]["last_words"])


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(lexicon("news_outlets")["words"]["singular"])
