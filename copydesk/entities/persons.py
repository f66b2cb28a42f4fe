"""Which names of one article are the same person.

Two full names are one person when surname and given names agree; a bare surname is the person
named in full with it. Of two such persons it is the one it meant before: newspapers go on calling
the person a story is about by the surname, and the family in full.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.entities.titles import given_name_gender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.entities.titles import Gender

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii"})
SURE = 1.0
# A surname that two people of the article bear, or a given name alone: right more often than not.
AMBIGUOUS_FACTOR = 0.7


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention of a person by name, and the gender that a form of address beside it tells."""

    text: str
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Which person an appearance is: a number within the article, and how sure that is, as a factor."""

    person: int
    factor: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen of the persons so far: how often in full, where last, and whom a short form meant."""

    n_in_full: Counter[int] = field(default_factory=Counter)
    last: dict[int, int] = field(default_factory=dict)
    meant: dict[tuple[str, ...], int] = field(default_factory=dict)


def identify_persons(appearances: Sequence[Appearance]) -> list[Identity]:
    """Tell for every mention, in the order of the text, which person it is.

    >>> names = "Eva Lind", "Karl Lind", "Lind", "Eva Lind"
    >>> [identity.person for identity in identify_persons([Appearance(name, None) for name in names])]
    [0, 1, 1, 0]
    """
    full_names = _full_names(appearances)
    by_word = _by_word(full_names)
    persons = {words: person for person, names in enumerate(full_names) for words in names}
    genders = [_given_gender(names[0]) for names in full_names]
    seen = _Seen()
    identities: list[Identity] = []
    for position, appearance in enumerate(appearances):
        words = name_words(appearance.text)
        person = persons.get(words)
        identity = Identity(person, SURE) if person is not None else None
        if identity is None:
            candidates = [
                person for person in by_word.get(words[-1], []) if _stands_for(words, full_names[person])
            ]
            identity = _choice(_fitting(candidates, genders, appearance.gender), seen, words)
        else:
            seen.n_in_full[identity.person] += 1
        if identity is None:
            # Nobody's full name fits: the mention stands for itself, and for others written alike.
            identity = Identity(persons.setdefault(words, len(genders)), SURE)
            genders.append(None)
        seen.last[identity.person] = position
        identities.append(identity)
    return identities


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without accents, dots, capitals and hyphens.

    >>> name_words("José-María B. Ruiz")
    ('jose', 'maria', 'b', 'ruiz')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace(".", " ").replace("-", " "))
    words = "".join(letter for letter in plain if not unicodedata.combining(letter)).split()
    return tuple(words) or (text,)


def _full_names(appearances: Sequence[Appearance]) -> list[list[tuple[str, ...]]]:
    """The persons named in full: for each the ways the name is written, the longest first."""
    written = dict.fromkeys(name_words(appearance.text) for appearance in appearances)
    persons: list[list[tuple[str, ...]]] = []
    by_surname: dict[str, list[list[tuple[str, ...]]]] = {}
    for words in sorted(written, key=lambda words: -len(words)):
        if len(words) == 1:
            continue
        namesakes = by_surname.setdefault(_surname(words), [])
        same = [person for person in namesakes if _agree(words, person[0])]
        if len(same) == 1:
            same[0].append(words)
        elif not same and not any(_stands_for(words, person) for person in namesakes):
            namesakes.append([words])
            persons.append(namesakes[-1])
    return persons


def _by_word(persons: list[list[tuple[str, ...]]]) -> dict[str, list[int]]:
    """Persons by the word that may stand for them alone: a surname, else a given name."""
    by_surname: dict[str, list[int]] = {}
    by_given_name: dict[str, list[int]] = {}
    for person, names in enumerate(persons):
        by_surname.setdefault(_surname(names[0]), []).append(person)
        by_given_name.setdefault(names[0][0], []).append(person)
    return by_given_name | by_surname


def _agree(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two full names with one surname can be one person's: George Bush and George W. Bush."""
    given, other = _given(shorter), _given(longer)
    if not given or not other or not _same_given(given[0], other[0]):
        return False
    return all(_same_given(one, two) for one, two in zip(given[1:], other[1:], strict=False))


def _same_given(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _stands_for(words: tuple[str, ...], names: list[tuple[str, ...]]) -> bool:
    """Whether a shorter form can mean the person: the end of the name ("von Trier"), its first word, both."""
    return any(
        name[-len(words) :] == words or words in ((_surname(name),), name[:1]) or _agree(words, name)
        for name in names
    )


def _fitting(candidates: list[int], genders: list[Gender | None], gender: Gender | None) -> list[int]:
    return [person for person in candidates if gender is None or genders[person] in (None, gender)]


def _choice(candidates: list[int], seen: _Seen, words: tuple[str, ...]) -> Identity | None:
    if not candidates:
        return None
    if len(candidates) == 1:
        return Identity(candidates[0], SURE)
    if seen.meant.get(words) in candidates:
        return Identity(seen.meant[words], AMBIGUOUS_FACTOR)
    # Before any of them was named in full, the first to come is meant.
    chosen = max(candidates, key=lambda person: (seen.n_in_full[person], seen.last.get(person, -1), -person))
    if seen.n_in_full[chosen]:
        seen.meant[words] = chosen
    return Identity(chosen, AMBIGUOUS_FACTOR)


def _surname(words: tuple[str, ...]) -> str:
    return words[-2] if words[-1] in _GENERATIONS and len(words) > 1 else words[-1]


def _given(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words[:-1] if word not in _GENERATIONS and word != _surname(words))


def _given_gender(words: tuple[str, ...]) -> Gender | None:
    return given_name_gender(words[0].capitalize())
