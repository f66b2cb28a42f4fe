"""The one thing in the world that a name means, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.links.organizations import organization_named
from copydesk.links.people import person_named
from copydesk.links.places import people_named, place_named
from copydesk.links.things import Naming
from schemas.vocabulary import EntityLabel

if TYPE_CHECKING:
    from copydesk.links.things import Thing


def link_naming(label: str, naming: Naming) -> Thing | None:
    """Choose what a name of an article means.

    A wrong link is worse than none: where the article does not decide between two things, or speaks of
    another country than the thing's own, there is none.

    Args:
        label: What kind of thing the article takes it for.
        naming: The name and what stands around it.
    """
    match label:
        case EntityLabel.PERSON:
            return person_named(naming)
        case EntityLabel.GPE | EntityLabel.LOC:
            return place_named(naming) or organization_named(naming)
        case EntityLabel.NORP:
            return people_named(naming) or organization_named(naming)
        case EntityLabel.ORG | EntityLabel.FAC:
            return organization_named(naming) or place_named(naming)
        case _:
            return None


def country_beside(label: str, name: str) -> str | None:
    """The country that a state, an agency or a party says an article is about, without being its name.

    >>> country_beside("GPE", "Ohio"), country_beside("ORG", "State Department"), country_beside("GPE", "Vik")
    ('USA', 'USA', None)
    """
    thing = link_naming(label, Naming((name,)))
    return thing.country if thing else None
