"""Names put together: which are one thing, its full name, its country, and the roles of people."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.clusters import cluster_keys, full_name
from copydesk.entities.countries import PlaceKind, known_place
from copydesk.entities.persons import Appearance, identify_persons
from copydesk.entities.roles import Role, role_of
from copydesk.entities.shared_country import with_shared_countries
from copydesk.entities.titles import Gender, given_name_gender
from copydesk.records import Mention
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.entities.names import Name
    from copydesk.records import Sentence
    from copydesk.spans import Span

_NO_ROLE = Role(None, None, None)


@dataclass(frozen=True, slots=True)
class Named:
    """Every name of an article as a mention, and the gender of the people among them, by cluster."""

    mentions: tuple[Mention, ...]
    genders: dict[int, Gender]


def tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The positions of the first and the last token that a span of the sentence touches."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.start) - 1
    last = bisect_right(sentence.tokens, span.end - 1, key=lambda token: token.start) - 1
    return max(first, 0), max(last, 0)


def link_names(text: str, sentences: tuple[Sentence, ...], names: Sequence[Name]) -> Named:
    """Put the names of an article together in clusters, numbered by first appearance."""
    roles = [_role(text, sentences[name.sentence_no], name) for name in names]
    roles = with_shared_countries(text, names, roles)
    keys, factors = _keys(text, names, roles)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    clusters = [numbers[key] for key in keys]
    mentions = tuple(
        Mention(
            span=name.span,
            sentence_no=name.sentence_no,
            label=name.label,
            form=MentionForm.NAME,
            confidence=round(name.confidence * factor, 3),
            cluster_no=cluster,
            country=_country(name, role),
            role=role.text,
        )
        for name, role, cluster, factor in zip(names, roles, clusters, factors, strict=True)
    )
    return Named(_with_cluster_facts(text, mentions), _genders(names, roles, clusters))


def _role(text: str, sentence: Sentence, name: Name) -> Role:
    if name.label is not MentionLabel.PERSON:
        return _NO_ROLE
    return role_of(text, sentence, *tokens_of(sentence, name.span))


def _keys(text: str, names: Sequence[Name], roles: list[Role]) -> tuple[list[str], list[float]]:
    """For every name what identifies its cluster, and how sure that is."""
    is_person = [name.label is MentionLabel.PERSON for name in names]
    appearances = [
        Appearance(name.text, role.gender)
        for name, role, is_one in zip(names, roles, is_person, strict=True)
        if is_one
    ]
    identities = iter(identify_persons(appearances))
    others = iter(
        cluster_keys(text, [name for name, is_one in zip(names, is_person, strict=True) if not is_one])
    )
    keys: list[str] = []
    factors: list[float] = []
    for is_one in is_person:
        identity = next(identities) if is_one else None
        keys.append(f"person {identity.person}" if identity else f"thing {next(others)}")
        factors.append(identity.factor if identity else 1.0)
    return keys, factors


def _country(name: Name, role: Role) -> str | None:
    if name.label is MentionLabel.PERSON:
        return role.country
    place = known_place(name.text)
    if place is None and name.label is MentionLabel.ORG:
        # "Dutch Railways", but not "Paris Match".
        first = known_place(name.text.split()[0])
        place = first if first and first.kind in (PlaceKind.COUNTRY, PlaceKind.DEMONYM) else None
    return place.country if place else None


def _with_cluster_facts(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give all mentions of a cluster its full name, its label and its country."""
    clusters: dict[int | None, list[Mention]] = {}
    for mention in mentions:
        clusters.setdefault(mention.cluster_no, []).append(mention)
    labels = {
        cluster: _most_common(mention.label for mention in members) for cluster, members in clusters.items()
    }
    countries = {
        cluster: Counter(mention.country for mention in members if mention.country)
        for cluster, members in clusters.items()
    }
    names = {
        cluster: full_name([mention.span.of(text) for mention in members], labels[cluster])
        for cluster, members in clusters.items()
    }
    return tuple(
        replace(
            mention,
            name=names[mention.cluster_no],
            label=labels[mention.cluster_no],
            country=next(iter(countries[mention.cluster_no].most_common(1)), (None, 0))[0],
        )
        for mention in mentions
    )


def _most_common(labels: Iterable[MentionLabel]) -> MentionLabel:
    return Counter(labels).most_common(1)[0][0]


def _genders(names: Sequence[Name], roles: list[Role], clusters: list[int]) -> dict[int, Gender]:
    """What titles tell about people, else what their given names tell."""
    told: dict[int, Gender] = {}
    guessed: dict[int, Gender] = {}
    alone: dict[int, Gender] = {}
    for name, role, cluster in zip(names, roles, clusters, strict=True):
        if role.gender:
            told.setdefault(cluster, role.gender)
        given, _, rest = name.text.partition(" ")
        if name.label is MentionLabel.PERSON and (gender := given_name_gender(given)):
            (guessed if rest else alone).setdefault(cluster, gender)
    # Who has no other name than "Kevin" is called so; where Kevin is a surname, there is a full name, too.
    in_full = {cluster for name, cluster in zip(names, clusters, strict=True) if " " in name.text}
    alone = {cluster: gender for cluster, gender in alone.items() if cluster not in in_full}
    return alone | guessed | told
