"""One name has one label in one article: as a reader would decide who has read it to the end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from copydesk.entities.countries import known_place
from copydesk.entities.known_words import KnownKind, kinds_of
from copydesk.entities.names import KNOWN_NAME_CONFIDENCE
from copydesk.entities.surroundings import label_beside
from copydesk.entities.titles import given_name_gender, is_courtesy
from copydesk.lexicons import lexicon, rows, word_set
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.entities.names import Name

# A name that the article's own use of it put right is as good as one that the model got right at once.
CORRECTED_CONFIDENCE = 0.75
# "Soviet Union" ends like an organisation and is none.
_NEVER_ORGANIZATIONS = frozenset({MentionLabel.GPE, MentionLabel.LOC, MentionLabel.NORP, MentionLabel.WORK})
# No people is called like this, but models take Abkhazia for one.
_ENDINGS_OF_PLACES = ("ia", "stan")
_WORD_BEFORE = re.compile(r"(\w+\.?)\s+$")
_LONGEST_COURTESY = 12
_PLACE_AND = re.compile(r"\b(?:at|between|in|near|outside)\s[A-Z]\w+\sand\s$")
_LONGEST_PLACE = 40
_MAX_ACRONYM_LETTERS = 4
_VOWELS = frozenset("AEIOUY")
# "New Mexico" is the state also where something is its own: "the New Mexico governor".
_PLACES = frozenset({KnownKind.COUNTRY, KnownKind.REGION})
_NOT_PLACES = frozenset(
    {MentionLabel.ORG, MentionLabel.EVENT, MentionLabel.WORK, MentionLabel.PRODUCT, MentionLabel.LAW}
)


def with_one_label(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give all mentions of one name the label that most of them have.

    Known places and organisations decide for themselves, a form of address makes a person, and
    the surname of a person named in full is that person.
    """
    names = tuple(names)
    voted = _votes(text, names)
    full_names = [_key(name.text) for name in names if " " in name.text]
    surnames = {key.split()[-1] for key in full_names if voted[key] is MentionLabel.PERSON}
    told = _told_beside(text, names, surnames)
    return tuple(
        _relabelled(name, told.get(name.text) or _decided(name.text, voted, surnames)) for name in names
    )


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
    voted = {
        key: MentionLabel.PERSON if key in addressed else count.most_common(1)[0][0]
        for key, count in counts.items()
    }
    called = {key for key, label in voted.items() if label is MentionLabel.PERSON and " " not in key}
    return voted | {
        key: MentionLabel.PERSON
        for key, label in voted.items()
        # "Karl Anders Lind" is nobody's firm where the article goes on to call him Lind.
        if label is MentionLabel.ORG and key.rpartition(" ")[2] in called and _is_full_name(key.title())
    }


def _told_beside(text: str, names: tuple[Name, ...], surnames: set[str]) -> dict[str, MentionLabel]:
    """Labels that the words beside a name tell, for names that are neither well known nor a person's."""
    told: dict[str, MentionLabel] = {}
    for name in names:
        is_surname = _key(name.text) in surnames or follows_courtesy(text, name.span.start)
        if (
            is_surname
            or _is_full_name(name.text)
            or known_place(name.text)
            or name.text in known_organizations()
        ):
            continue
        if label := label_beside(text, name.span):
            told.setdefault(name.text, label)
        elif name.label is MentionLabel.PERSON and _is_joined_to_place(text, name):
            told.setdefault(name.text, MentionLabel.GPE)
    return told


def _is_full_name(surface: str) -> bool:
    """Whether a name of two or three words begins with a given name; headline capitals do not matter."""
    first, _, rest = surface.partition(" ")
    return bool(rest) and given_name_gender(first.title()) is not None


def _is_joined_to_place(text: str, name: Name) -> bool:
    """Whether a name of one word stands in a list of places: "in Bern and Kehl"."""
    place = _PLACE_AND.search(text[max(0, name.span.start - _LONGEST_PLACE) : name.span.start])
    return " " not in name.text and place is not None


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
    if label is MentionLabel.NORP and surface.endswith(_ENDINGS_OF_PLACES):
        return MentionLabel.GPE
    if label is MentionLabel.ORG and surface.isupper() and _is_full_name(surface):
        # "EVA LIND" at the head of a story.
        return MentionLabel.PERSON
    kinds = kinds_of(surface)
    if label in _NOT_PLACES and kinds & _PLACES and not kinds - _PLACES - {KnownKind.CITY}:
        return MentionLabel.GPE
    if label is not MentionLabel.PERSON and _has_head(surface, "event"):
        return MentionLabel.EVENT
    is_organization = (
        _has_head(surface, "sure")
        or (label is MentionLabel.PERSON and _is_acronym(surface))
        or (label not in _NEVER_ORGANIZATIONS and _has_organization_head(surface))
    )
    return MentionLabel.ORG if is_organization else label


def _is_acronym(surface: str) -> bool:
    """Whether a name is a few capitals, or capitals without a vowel: nobody is called so."""
    is_short = len(surface) <= _MAX_ACRONYM_LETTERS or not _VOWELS.intersection(surface)
    return surface.isupper() and surface.isalpha() and is_short


def _has_head(surface: str, key: str) -> bool:
    words = surface.rstrip(".").split()
    return len(words) > 1 and words[-1] in _heads(key)


def _has_organization_head(surface: str) -> bool:
    begins_so = " " in surface and any(surface.startswith(f"{head} ") for head in _heads("first"))
    return begins_so or _has_head(surface, "last")


def _relabelled(name: Name, label: MentionLabel) -> Name:
    if label is name.label:
        return name
    confidence = KNOWN_NAME_CONFIDENCE if known_place(name.text) else CORRECTED_CONFIDENCE
    return replace(name, label=label, confidence=confidence)


@cache
def known_organizations() -> frozenset[str]:
    """Names that mean an organisation wherever they stand."""
    listed = {name for names in lexicon("organizations")["known"].values() for name in names}
    for _, title, *fields in rows("organizations_known"):
        names = (title, *(fields[1].split(";") if len(fields) > 1 else ()))
        listed.update(name for name in names if not name.startswith("~") and not name.endswith(")"))
    return frozenset(listed - word_set("organizations", "ambiguous"))


@cache
def _heads(key: str) -> frozenset[str]:
    return frozenset(lexicon("organizations")["heads"][key])
