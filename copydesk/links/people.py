"""People in high office: who is meant by a name, seen from the article's date and countries.

The table is `lexicons/office_holders.psv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.persons import name_words
from copydesk.lexicons import lexicon, rows
from copydesk.links.things import Thing, ThingKind, bare_title, plain_name, without_accents

if TYPE_CHECKING:
    from copydesk.links.things import Naming

INTERGOVERNMENTAL = "IGO"
# Known to newspapers before the first office, in years; earlier it is somebody else.
MAX_YEARS_BEFORE = 12
MIN_SURNAME_LETTERS = 4
# Heads of state and government are named far from home without their country.
_HEADS = "HG"
_OFFICES = {
    "H": re.compile(r"\b(?:president|king|queen|emperor|sultan|emir|pope|monarch|leader|chancellor)\b"),
    "G": re.compile(r"\b(?:prime minister|premier|chancellor|taoiseach|leader|president)\b"),
    "F": re.compile(r"\b(?:foreign|secretary of state|external|diplomat)\b"),
    "D": re.compile(r"\b(?:defen[cs]e)\b"),
    "V": re.compile(r"\b(?:vice|deputy|first)\b"),
    "O": re.compile(
        r"\b(?:minister|secretary|senator|spokes\w+|chief|chairman|speaker|adviser|advisor|envoy|commissioner)\b"
    ),
}


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person and the years in office, each with the letter of the office; None ends what still lasts."""

    thing: Thing
    terms: tuple[tuple[str, int, int | None], ...]

    def offices_in(self, year: int) -> str:
        """The letters of the offices held in a year."""
        return "".join(office for office, start, end in self.terms if start <= year <= (end or year))

    @property
    def is_head(self) -> bool:
        """Whether the person ever was head of state or government."""
        return any(office in _HEADS for office, _, _ in self.terms)

    @property
    def first_year(self) -> int:
        """The year of the first office."""
        return min(start for _, start, _ in self.terms)


def person_named(naming: Naming) -> Thing | None:
    """Tell which office-holder a person's name means; None for all others, and where two could be meant.

    A full name needs the person's country somewhere in the article, unless it is that of a head of state
    or government; a surname alone needs the office at the time of publication.
    """
    for name in naming.names:
        # "George W. Bush" and "George H. W. Bush" differ in initials alone; "Donald J. Trump" is not listed.
        found = _by_name().get(_all_words(name)) or _by_name().get(_words(name), ())
        found = found if len(_words(name)) > 1 else ()
        fitting = [holder for holder in found if _fits(holder, naming)]
        if found:
            return _one(fitting, naming)
    if all(len(_words(name)) == 1 for name in naming.names):
        return _by_surname_alone(naming)
    return None


def country_of_head(naming: Naming) -> str | None:
    """The country that a surname without full name stands for, though the article may not name it.

    Only heads of state and government are named so: one in office at the time or, in an undated article,
    ever. All known bearers of the name must be of one country, unless the office stands with it.

    >>> from copydesk.links.things import Naming
    >>> country_of_head(Naming(("Mugabe",))), country_of_head(Naming(("Bush",), role="President"))
    ('ZWE', 'USA')
    """
    words = _words(naming.names[0])
    if any(len(_words(name)) > 1 for name in naming.names) or not words:
        return None
    if len(words[0]) < MIN_SURNAME_LETTERS or (naming.role is None and words[0] in _common_surnames()):
        return None
    bearers = [holder for holder in _by_surname().get(words[0], ()) if _agrees(holder, naming)]
    heads = [holder for holder in bearers if _was_head(holder, naming)]
    meant = heads if naming.role is not None else bearers
    countries = {holder.thing.country for holder in meant}
    return countries.pop() if heads and len(countries) == 1 else None


def _was_head(holder: OfficeHolder, naming: Naming) -> bool:
    """Whether the office beside the name, and the time, are those of the holder's terms as a head."""
    terms = [(office, start, end) for office, start, end in holder.terms if office in _HEADS]
    if naming.role is not None:
        terms = [term for term in terms if _OFFICES[term[0]].search(naming.role.casefold())]
    year = naming.year
    return any(year is None or start <= year <= (end or year) for _, start, end in terms)


def _by_surname_alone(naming: Naming) -> Thing | None:
    """Who is meant by "President Putin" or "Putin" in an article that never gives the full name."""
    words = _words(naming.names[0])
    if not words or len(words[0]) < MIN_SURNAME_LETTERS:
        return None
    bearers = [holder for holder in _by_surname().get(words[0], ()) if _has_country(holder, naming)]
    if naming.year is None:
        # Undated, only a surname of one statesman alone says who is meant.
        is_sole = len(_by_surname().get(words[0], ())) == 1 and words[0] not in _common_surnames()
        return bearers[0].thing if is_sole and bearers and bearers[0].is_head else None
    in_office = [(holder, offices) for holder in bearers if (offices := holder.offices_in(naming.year))]
    if naming.role:
        told = [holder for holder, offices in in_office if _is_office(naming.role, offices)]
        return told[0].thing if len(told) == 1 else None
    heads = [holder for holder, offices in in_office if set(offices) & set(_HEADS)]
    is_rare = words[0] not in _common_surnames()
    return heads[0].thing if is_rare and len(in_office) == len(heads) == 1 else None


def _is_office(role: str, offices: str) -> bool:
    return any(_OFFICES[office].search(role.casefold()) for office in offices)


def _fits(holder: OfficeHolder, naming: Naming) -> bool:
    if naming.year is not None and naming.year < holder.first_year - MAX_YEARS_BEFORE:
        return False
    if not _agrees(holder, naming):
        return False
    # "Nato chief Solana": whoever heads a body of states is named without the own country.
    return (
        holder.is_head
        or _has_country(holder, naming)
        or INTERGOVERNMENTAL in {naming.country, *naming.countries}
    )


def _agrees(holder: OfficeHolder, naming: Naming) -> bool:
    """Whether the country that stands with the name is not another."""
    return naming.country in (None, INTERGOVERNMENTAL, holder.thing.country) or (
        holder.thing.country == INTERGOVERNMENTAL
    )


def _has_country(holder: OfficeHolder, naming: Naming) -> bool:
    return _agrees(holder, naming) and holder.thing.country in {naming.country, *naming.countries}


def _one(fitting: list[OfficeHolder], naming: Naming) -> Thing | None:
    if len(fitting) > 1 and naming.year is not None:
        # "George Bush": the one in office then.
        fitting = [holder for holder in fitting if set(holder.offices_in(naming.year or 0)) & set(_HEADS)]
    return fitting[0].thing if len(fitting) == 1 else None


def _all_words(name: str) -> tuple[str, ...]:
    return name_words(without_accents(plain_name(name)))


def _words(name: str) -> tuple[str, ...]:
    words = _all_words(name)
    return tuple(word for word in words if len(word) > 1) or words


@cache
def _common_surnames() -> frozenset[str]:
    """Many bear these: alone they mean an office-holder only where the office stands with them."""
    return frozenset(lexicon("link_words")["surnames"]["common"])


@cache
def _holders() -> tuple[tuple[OfficeHolder, frozenset[tuple[str, ...]]], ...]:
    """Every office-holder with the names that mean one."""
    found = []
    for country, title, wikidata_id, offices, *names in rows("office_holders"):
        written = [bare_title(title), *(names[0].split(";") if names else ())]
        thing = Thing(title, wikidata_id or None, country, ThingKind.PERSON)
        terms = tuple(_term(office) for office in offices.split(";"))
        found.append((OfficeHolder(thing, terms), frozenset(_all_words(name) for name in written if name)))
    return tuple(found)


def _term(written: str) -> tuple[str, int, int | None]:
    start, _, end = written[1:].partition("-")
    return written[0], int(start), int(end) if end else None


@cache
def _by_name() -> dict[tuple[str, ...], tuple[OfficeHolder, ...]]:
    index: dict[tuple[str, ...], tuple[OfficeHolder, ...]] = {}
    for holder, names in _holders():
        for name in sorted(names):
            index[name] = (*index.get(name, ()), holder)
    return index


@cache
def _by_surname() -> dict[str, tuple[OfficeHolder, ...]]:
    """By the last word of each name; East Asian names by the first, which is the family's."""
    index: dict[str, tuple[OfficeHolder, ...]] = {}
    for holder, names in _holders():
        place = 0 if holder.thing.country in ("CHN", "KOR", "PRK", "TWN") else -1
        for surname in sorted({name[place] for name in names}):
            index[surname] = (*index.get(surname, ()), holder)
    return index
