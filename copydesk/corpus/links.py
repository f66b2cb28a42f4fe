"""Links of an article's names: frames to what `copydesk.links` reads, and its answers back to a frame.

A link depends on its article alone, so that no other article can change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from copydesk.corpus.names import PLACE, clustered_names
from copydesk.lexicons import lexicon
from copydesk.links.choose import country_beside, link_naming
from copydesk.links.places import REGION_BEHIND
from copydesk.links.things import Naming, ThingKind, bare_title
from schemas.vocabulary import EntityLabel, MentionLabel

if TYPE_CHECKING:
    from copydesk.links.things import Thing

CLUSTER = ["doc_id", "cluster_no"]
LINK_SCHEMA = {
    "doc_id": pl.String(),
    "cluster_no": pl.Int32(),
    "link_title": pl.String(),
    "link_wikidata_id": pl.String(),
    "link_country": pl.String(),
    "link_label": pl.String(),
}
_LABELS = {
    ThingKind.PERSON: EntityLabel.PERSON,
    ThingKind.ORGANIZATION: EntityLabel.ORG,
    ThingKind.TEAM: EntityLabel.ORG,
    ThingKind.PEOPLE: EntityLabel.NORP,
}
# By article and cluster: the country that it points to, and its name if it is a place.
_Surroundings = dict[str, dict[int, tuple[str | None, str]]]
_PLACES = (MentionLabel.GPE, MentionLabel.LOC, MentionLabel.FAC)
_MAX_REGION_LETTERS = 40
# "In Sweden" is the country, also where "Sweden" plays.
_WHERE = r"(?:in|across|around|near|outside|through|throughout|to|from)\s+$"
_MAX_WHERE_LETTERS = 12
# So many different words of the game make an article a report on it.
MIN_SOCCER_WORDS = 5


def link_names(mentions: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Link clusters of names to the encyclopedia.

    Args:
        mentions: The table; its column `entity_id` is not read.
        documents: `doc_id`, `published_on` and `text` are read.

    Returns:
        `doc_id`, `cluster_no`, `link_title`, `link_wikidata_id`, `link_country` and `link_label` (as
        `label_key` in `name_keys`) of the clusters that mean one known thing.
    """
    clusters = _clusters(mentions, documents)
    links = [
        (doc_id, cluster_no, thing.title, thing.wikidata_id, thing.country, _LABELS.get(thing.kind, PLACE))
        for doc_id, cluster_no, thing in _linked(clusters, _surroundings(clusters))
    ]
    return pl.DataFrame(links, schema=LINK_SCHEMA, orient="row")


def link_key(title: pl.Expr) -> pl.Expr:
    """What an entity with this title is known under; it never equals the key of one without a title."""
    return pl.concat_str(pl.lit("wiki:"), title)


def _soccer_words() -> str:
    words = "|".join(lexicon("link_words")["soccer"]["words"])
    return rf"(?i)\b(?:{words})\b"


def _linked(clusters: pl.DataFrame, surroundings: _Surroundings) -> list[tuple[str, int, Thing]]:
    found: list[tuple[str, int, Thing]] = []
    columns = ("doc_id", "cluster_no", "label", "names", "country", "role", "year", "after", "is_team")
    for doc_id, cluster_no, label, names, country, role, year, after, is_team in clusters.select(
        columns
    ).rows():
        others = [other for no, other in surroundings[doc_id].items() if no != cluster_no]
        naming = Naming(
            names=tuple(names),
            country=country,
            role=role,
            year=year,
            countries=frozenset(other for other, _ in others if other),
            places=frozenset(place for _, place in others if place),
            after=after,
            is_team=is_team,
        )
        thing = link_naming(label, naming)
        if thing is not None:
            found.append((doc_id, cluster_no, thing))
    return found


def _surroundings(clusters: pl.DataFrame) -> _Surroundings:
    """By article and cluster: the country it points to, and its name if it is a place."""
    found: _Surroundings = {}
    columns = ("doc_id", "cluster_no", "country", "label", "names")
    for doc_id, cluster_no, country, label, names in clusters.select(columns).rows():
        place = bare_title(names[0]) if label in _PLACES else ""
        pointed_at = country if country or label == MentionLabel.PERSON else country_beside(label, names[0])
        found.setdefault(doc_id, {})[cluster_no] = (pointed_at, place)
    return found


def _clusters(mentions: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """One row a cluster with a name: its names, the fullest first, and what stands around them."""
    read = documents.select(
        "doc_id",
        "text",
        year=pl.col("published_on").dt.year(),
        is_soccer=pl.col("text")
        .str.extract_all(_soccer_words())
        .list.eval(pl.element().str.to_lowercase())
        .list.n_unique()
        >= MIN_SOCCER_WORDS,
    )
    named = clustered_names(mentions).select(
        "doc_id", "cluster_no", "start", "end", "label", "country", "role", name="text"
    )
    placed = named.join(read, on="doc_id").with_columns(
        after=pl.col("text").str.slice(pl.col("end"), _MAX_REGION_LETTERS).str.extract(f"^{REGION_BEHIND}"),
        is_where=pl.col("text")
        .str.slice(
            pl.max_horizontal(pl.col("start") - _MAX_WHERE_LETTERS, 0),
            pl.min_horizontal("start", _MAX_WHERE_LETTERS),
        )
        .str.contains(_WHERE),
    )
    length = pl.col("name").str.len_chars()
    return (
        placed.sort(*CLUSTER, length, "name", "start", descending=[False, False, True, False, False])
        .group_by(CLUSTER, maintain_order=True)
        .agg(
            names=pl.col("name").unique(maintain_order=True),
            label=pl.col("label").mode().sort().first(),
            country=pl.col("country").drop_nulls().first(),
            role=pl.col("role").drop_nulls().first(),
            year=pl.col("year").first(),
            after=pl.col("after").drop_nulls().first(),
            is_team=pl.col("is_soccer").first() & (pl.col("is_where").mean() <= 0.5),
        )
    )
