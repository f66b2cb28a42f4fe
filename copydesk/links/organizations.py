"""Organisations: which one a name means. The table is `lexicons/organizations_known.psv`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import country_of
from copydesk.lexicons import rows
from copydesk.links.things import Thing, ThingKind, bare_title, plain_name

if TYPE_CHECKING:
    from copydesk.links.things import Naming

# Before a name that means this organisation only in an article about its country.
_LOCAL = "~"
# "United Arab Emirates"; longer names are no adjectives.
MAX_COUNTRY_WORDS = 3


def organization_named(naming: Naming) -> Thing | None:
    """Tell which organisation a name means; None where it is unknown, or could be several.

    "The Foreign Ministry" is that of the country given with it, else of the only one the article is about.
    """
    for name in naming.names:
        found = _found(name) or _of_country(name)
        fitting = [thing for thing, is_local in found if _fits(thing, naming, is_local=is_local)]
        if len(fitting) > 1:
            sure = [thing for thing, is_local in found if not is_local and thing in fitting]
            fitting = [thing for thing in fitting if thing.country == naming.country] or sure
        if len(fitting) == 1:
            return fitting[0]
    return None


def _found(name: str) -> tuple[tuple[Thing, bool], ...]:
    """What bears a name; "Washington Post" is "The Washington Post", but "Times" is not "The Times"."""
    plain = plain_name(name)
    full = f"The {plain}"
    is_titled = name.startswith(("The ", "the ")) or " " in plain
    return _by_name().get(plain, ()) or (_by_name().get(full, ()) if is_titled else ())


def _of_country(name: str) -> tuple[tuple[Thing, bool], ...]:
    """What bears a name that begins with its country: "US National Park Service", "British Home Office"."""
    words = plain_name(name).split()
    for n_words in range(1, min(len(words), MAX_COUNTRY_WORDS + 1)):
        country = country_of(" ".join(words[:n_words]))
        if country is not None:
            found = _found(" ".join(words[n_words:]))
            return tuple((thing, False) for thing, _ in found if thing.country == country)
    return ()


def _fits(thing: Thing, naming: Naming, *, is_local: bool) -> bool:
    if naming.country is not None:
        return thing.country in (naming.country, None)
    return not is_local or naming.countries == {thing.country}


@cache
def _by_name() -> dict[str, tuple[tuple[Thing, bool], ...]]:
    """By name: the organisations, and whether the name alone is not enough."""
    index: dict[str, tuple[tuple[Thing, bool], ...]] = {}
    for country, title, *fields in rows("organizations_known"):
        wikidata_id, names = [*fields, "", ""][:2]
        thing = Thing(title, wikidata_id or None, country or None, ThingKind.ORGANIZATION)
        own = bare_title(title) if not title.endswith(")") else ""
        for name in dict.fromkeys((title, own, *names.split(";"))):
            if name:
                plain, is_local = name.removeprefix(_LOCAL), name.startswith(_LOCAL)
                index[plain] = (*index.get(plain, ()), (thing, is_local))
    return index
