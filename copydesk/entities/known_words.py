"""What the word lists know of the words of an article: places, peoples, organisations, people in office."""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.spans import Span

# A word list's "WHO" is the health organisation; a headline's "WHO" is a question, and "OMAN" is Oman.
_MIN_CAPITALS_LETTERS = 4
_MIN_SURNAME_LETTERS = 3
_Kinds = dict[str, frozenset["KnownKind"]]


class KnownKind(IntEnum):
    """In which list a name is; the numbers are columns of the name tagger's input."""

    COUNTRY = 0
    PEOPLE = 1
    REGION = 2
    CITY = 3
    ORGANIZATION = 4
    OFFICE_HOLDER = 5
    SURNAME = 6
    GIVEN_NAME = 7


def known_stretches(text: str, words: Sequence[Span]) -> Iterator[tuple[int, int, KnownKind]]:
    """Find the longest names of every list: the first word, the one behind the last, and the list.

    >>> from copydesk.spans import Span
    >>> text = "In New York"
    >>> list(known_stretches(text, [Span(0, 2), Span(3, 6), Span(7, 11)]))
    [(1, 3, <KnownKind.REGION: 2>), (1, 3, <KnownKind.CITY: 3>)]
    """
    known, longest = _known()
    behind = dict.fromkeys(KnownKind, 0)
    for first, word in enumerate(words):
        beginning = word.of(text)
        if not beginning[0].isupper():
            continue
        for last in range(min(first + longest.get(beginning, 0), len(words)) - 1, first - 1, -1):
            for kind in known.get(text[word.start : words[last].end], ()):
                if first >= behind[kind]:
                    behind[kind] = last + 1
                    yield first, last + 1, kind


def kinds_of(name: str) -> frozenset[KnownKind]:
    """The lists that a name is in.

    >>> sorted(kinds_of("Maine"))
    [<KnownKind.REGION: 2>]
    """
    return _known()[0].get(name, frozenset())


@cache
def _known() -> tuple[_Kinds, dict[str, int]]:
    """Every name with its lists, and for its first word how many words a name can have at most."""
    kinds: dict[str, set[KnownKind]] = defaultdict(set)
    for kind, name in _listed():
        kinds[name].add(kind)
        if len(name) >= _MIN_CAPITALS_LETTERS:
            kinds[name.upper()].add(kind)
    longest: dict[str, int] = {}
    for name in kinds:
        words = _words(name)
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return {name: frozenset(of_name) for name, of_name in kinds.items()}, longest


def _words(name: str) -> list[str]:
    """The words of a name as the tagger counts them: every sign is one."""
    return "".join(letter if letter.isalnum() or letter == " " else f" {letter} " for letter in name).split()


def _listed() -> Iterator[tuple[KnownKind, str]]:
    for kind, name in (*_places(), *_organizations(), *_persons()):
        if name and name[0].isupper():
            yield kind, name


def _places() -> Iterator[tuple[KnownKind, str]]:
    for lists in lexicon("countries").values():
        for section, names in lists.items():
            kind = KnownKind.PEOPLE if section == "demonyms" else KnownKind.COUNTRY
            yield from ((KnownKind.CITY if section == "capital" else kind, name) for name in names)
            if section == "demonyms":
                yield from ((kind, f"{name}s") for name in names)
    for row in rows("cities"):
        yield from ((KnownKind.CITY, name) for name in (_bare(row[1]), *row[3].split(";")))
    for row in rows("divisions"):
        yield KnownKind.REGION, _bare(row[1])
    for row in rows("regions"):
        yield from ((KnownKind.REGION, name) for name in (_bare(row[1]), *_others(row, 3)))


def _organizations() -> Iterator[tuple[KnownKind, str]]:
    listed = lexicon("organizations")
    for section in ("seats", "intergovernmental", "known"):
        for names in listed[section].values():
            yield from ((KnownKind.ORGANIZATION, name) for name in names)
    for row in rows("organizations_known"):
        names = (_bare(row[1]), *_others(row, 3))
        yield from ((KnownKind.ORGANIZATION, name.removeprefix("~")) for name in names)


def _persons() -> Iterator[tuple[KnownKind, str]]:
    for row in rows("office_holders"):
        for name in (_bare(row[1]), *_others(row, 4)):
            yield KnownKind.OFFICE_HOLDER, name
            surname = name.rpartition(" ")[2]
            if len(surname) >= _MIN_SURNAME_LETTERS and " " in name:
                yield KnownKind.SURNAME, surname
    for names in lexicon("given_names")["given"].values():
        yield from ((KnownKind.GIVEN_NAME, name) for name in names)


def _others(row: Sequence[str], column: int) -> list[str]:
    return row[column].split(";") if len(row) > column else []


def _bare(title: str) -> str:
    return title.partition(" (")[0].partition(",")[0]
