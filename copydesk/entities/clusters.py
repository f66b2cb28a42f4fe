"""Which names of one article mean the same thing, and what its full name is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import MIN_CAPITALS_LETTERS, PlaceKind, known_place
from copydesk.entities.persons import name_words
from copydesk.entities.titles import given_name_gender
from copydesk.lexicons import lexicon
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.entities.names import Name

# An acronym in brackets right after the name: "Trade Union Congress (TUC)".
_INTRODUCED = re.compile(r"\s+\(([A-Z][A-Za-z&]{1,7})\)")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "&"})
_WITH_ACRONYM = frozenset({MentionLabel.ORG, MentionLabel.EVENT, MentionLabel.LAW, MentionLabel.GPE})


def cluster_keys(text: str, names: Sequence[Name]) -> list[str]:
    """Give every name that is no person's a key; names with one key are one thing.

    Args:
        text: The article, which may introduce an acronym: "Trade Union Congress (TUC)".
        names: Its names in order, those of persons left out.
    """
    acronyms = _acronyms(text, names)
    short_forms = _short_forms(names)
    return [_key(name, acronyms, short_forms) for name in names]


def full_name(surfaces: Sequence[str], label: MentionLabel) -> str:
    """Choose the canonical among the ways a thing is written in one article.

    >>> full_name(["Orlov", "PYOTR ORLOV", "Pyotr Orlov"], MentionLabel.PERSON)
    'Pyotr Orlov'
    >>> full_name(["Swedes", "Swedish", "Swedish"], MentionLabel.NORP)
    'Swedish'
    """
    usual = {surface.upper(): surface for surface in surfaces if not surface.isupper()}
    counts = Counter(usual.get(surface.upper(), _without_capitals(surface, label)) for surface in surfaces)
    if label is MentionLabel.NORP:
        return counts.most_common(1)[0][0]
    if label is MentionLabel.PERSON:
        return max(counts, key=_fullness)
    return max(counts, key=lambda surface: (len(surface.split()), len(surface)))


def _fullness(surface: str) -> tuple[bool, int, int]:
    """What makes one way to write a person fuller than another: "Crooked Eva Lind" is longer, and no name."""
    words = surface.split()
    is_given = len(words) > 1 and given_name_gender(words[0]) is not None
    return is_given, len(words), len(surface)


def _without_capitals(surface: str, label: MentionLabel) -> str:
    """A name in headline capitals as it is usually written; acronyms stay."""
    titled = surface.title()
    place = known_place(titled) if len(surface) >= MIN_CAPITALS_LETTERS else None
    is_country = place is not None and place.kind is not PlaceKind.BODY
    is_full_name = label is MentionLabel.PERSON and " " in surface
    return titled if surface.isupper() and (is_country or is_full_name) else surface


def _key(name: Name, acronyms: dict[str, str], short_forms: dict[str, str]) -> str:
    place = known_place(name.text)
    if place is not None:
        return place.key
    plain = _plain(name.text)
    if name.text.isupper() and plain in acronyms:
        return acronyms[plain]
    return short_forms.get(plain, plain)


def _plain(surface: str) -> str:
    words = [word for word in name_words(surface) if word != "the"]
    while len(words) > 1 and words[-1] in _legal_forms():
        words.pop()
    return " ".join(words)


def _acronyms(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Acronyms of the article's longer names, each with the key of its name."""
    acronyms: dict[str, str] = {}
    for name in names:
        words = name.text.replace("-", " ").split()
        if name.label not in _WITH_ACRONYM or len(words) == 1:
            continue
        place = known_place(name.text)
        key = place.key if place else _plain(name.text)
        acronyms.update((acronym, key) for acronym in _initials(words) if acronym not in acronyms)
        introduced = _INTRODUCED.match(text, name.span.end)
        if introduced and introduced[1][0] == words[0][0]:
            acronyms[introduced[1].casefold()] = key
    return acronyms


def _initials(words: list[str]) -> set[str]:
    main_words = [word for word in words if word.casefold() not in _SMALL_WORDS]
    return {"".join(word[0] for word in some).casefold() for some in (words, main_words) if len(some) > 1}


def _short_forms(names: Sequence[Name]) -> dict[str, str]:
    """First words that stand for an organisation alone in this article: Interfax for Interfax News Agency."""
    alone = {_plain(name.text) for name in names if name.label is MentionLabel.ORG and " " not in name.text}
    longer: dict[str, set[str]] = {}
    for name in names:
        plain = _plain(name.text)
        first, _, rest = plain.partition(" ")
        if name.label is MentionLabel.ORG and rest and first in alone and not known_place(name.text):
            longer.setdefault(first, set()).add(plain)
    return {first: plains.pop() for first, plains in longer.items() if len(plains) == 1}


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(form.casefold() for form in lexicon("organizations")["legal_forms"]["last"])
