"""One name has one label in one article: as a reader would decide who has read it to the end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import known_place
from copydesk.entities.names import KNOWN_NAME_CONFIDENCE
from copydesk.entities.titles import is_courtesy
from copydesk.lexicons import lexicon
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.entities.names import Name

# A name that the article's own use of it put right is as good as one that the model got right at once.
CORRECTED_CONFIDENCE = 0.75
# "Soviet Union" ends like an organisation and is none.
_NEVER_ORGANIZATIONS = frozenset({MentionLabel.GPE, MentionLabel.LOC, MentionLabel.NORP, MentionLabel.WORK})
_WORD_BEFORE = re.compile(r"(\w+\.?)\s+$")
_LONGEST_COURTESY = 12


def with_one_label(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give all mentions of one name the label that most of them have.

    Known places and organisations decide for themselves, a form of address makes a person, and
    the surname of a person named in full is that person.
    """
    names = tuple(names)
    voted = _votes(text, names)
    full_names = [_key(name.text) for name in names if " " in name.text]
    surnames = {key.split()[-1] for key in full_names if voted[key] is MentionLabel.PERSON}
    return tuple(_relabelled(name, _decided(name.text, voted, surnames)) for name in names)


def follows_courtesy(text: str, start: int) -> bool:
    """Whether "Mr", "Mrs" or the like stands right before this place."""
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_COURTESY) : start])
    return before is not None and is_courtesy(before.group(1))


def _votes(text: str, names: tuple[Name, ...]) -> dict[str, MentionLabel]:
    counts: dict[str, Counter[MentionLabel]] = defaultdict(Counter)
    addressed: set[str] = set()
    for name in names:
        counts[_key(name.text)][name.label] += 1
        if follows_courtesy(text, name.span.start):
            addressed.add(_key(name.text))
    # most_common keeps the order of the text among equals.
    return {
        key: MentionLabel.PERSON if key in addressed else count.most_common(1)[0][0]
        for key, count in counts.items()
    }


def _key(surface: str) -> str:
    # "MUNICH" in a dateline is Munich.
    return surface.casefold()


def _decided(surface: str, voted: dict[str, MentionLabel], surnames: set[str]) -> MentionLabel:
    label = voted[_key(surface)]
    if _key(surface) in surnames:
        return MentionLabel.PERSON
    if place := known_place(surface):
        return place.label
    if surface in known_organizations():
        return MentionLabel.ORG
    if label not in _NEVER_ORGANIZATIONS and _has_organization_head(surface):
        return MentionLabel.ORG
    return label


def _has_organization_head(surface: str) -> bool:
    words = surface.rstrip(".").split()
    if len(words) == 1:
        return False
    return words[-1] in _heads("last") or any(surface.startswith(f"{head} ") for head in _heads("first"))


def _relabelled(name: Name, label: MentionLabel) -> Name:
    if label is name.label:
        return name
    confidence = KNOWN_NAME_CONFIDENCE if known_place(name.text) else CORRECTED_CONFIDENCE
    return replace(name, label=label, confidence=confidence)


@cache
def known_organizations() -> frozenset[str]:
    """Names that mean an organisation wherever they stand."""
    return frozenset(name for names in lexicon("organizations")["known"].values() for name in names)


@cache
def _heads(key: str) -> frozenset[str]:
    return frozenset(lexicon("organizations")["heads"][key])
