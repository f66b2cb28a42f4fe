"""Colleagues named together: "Swedish Foreign Minister A and Defence Minister B" both serve Sweden."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.entities.titles import is_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.entities.names import Name
    from copydesk.entities.roles import Role

_JOINING = frozenset({"and", "&"})


def with_shared_countries(text: str, names: Sequence[Name], roles: Sequence[Role]) -> list[Role]:
    """Give the second of two colleagues the country that is named with the first.

    Colleagues have the same kind of office, but not the same office: one country has one foreign
    minister, and a secretary of state may well meet the foreign minister of another.

    Args:
        text: The article.
        names: Its names, in order.
        roles: The role of each, empty for names that are no person's.
    """
    shared = list(roles)
    for first, second in pairwise(range(len(names))):
        one, other = shared[first], shared[second]
        between = text[names[first].span.end : names[second].span.start].split()
        stands_alone = other.country is None and " ".join(between[1:]) == other.text
        if stands_alone and between[0] in _JOINING and _are_colleagues(one, other):
            shared[second] = replace(other, country=one.country)
    return shared


def _are_colleagues(one: Role, other: Role) -> bool:
    if one.text is None or other.text is None or one.text.casefold() == other.text.casefold():
        return False
    return bool(_offices(one.text)[-1:]) and _offices(one.text)[-1:] == _offices(other.text)[-1:]


def _offices(role: str) -> list[str]:
    return [word for word in role.casefold().replace("-", " ").split() if is_office(word)]
