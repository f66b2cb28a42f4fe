"""The corpus stage: what can be told of an article only by looking at all the others."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.duplicates import duplicate_originals
from copydesk.corpus.entities import build_entities, link_clusters
from copydesk.corpus.event_groups import event_group_ids
from copydesk.corpus.links import CLUSTER
from copydesk.corpus.quote_groups import quote_group_ids
from copydesk.corpus.stories import story_ids
from schemas import TABLES

CORPUS_COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": ("duplicate_of", "story_id"),
    "mentions": ("entity_id",),
    "quotes": ("speaker_entity_id", "quote_group_id"),
    "events": ("event_group_id",),
    "event_actors": ("entity_id",),
}
"""The columns that mean nothing before this stage; all are computed afresh.

It also completes `quotes.speaker_name` and `event_actors.name`: both are overwritten where the mention
belongs to a named cluster and kept where it does not. Which of the two holds depends on the article
alone, so what a former run left there never shows.
"""


def link_corpus(frames: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Fill the columns that depend on other articles, and make the table `entities`.

    Args:
        frames: The tables of all articles, one frame a table, in any order of rows; what the columns
            in `CORPUS_COLUMNS` hold does not matter.

    Returns:
        The same tables and `entities`, in declared columns, sorted by primary key.
    """
    documents = _link_documents(frames["documents"])
    clusters = link_clusters(frames["mentions"], documents)
    mentions = _filled(frames["mentions"], clusters.select(*CLUSTER, "entity_id"), CLUSTER)
    entities = build_entities(mentions, clusters, documents)
    names = _names_of_mentions(mentions, clusters, entities)
    quotes = _link_quotes(frames["quotes"], names, documents)
    actors = _link_actors(frames["event_actors"], names)
    groups = event_group_ids(frames["events"], actors, mentions, documents)
    linked = {
        "documents": documents,
        "mentions": mentions,
        "entities": entities,
        "quotes": quotes,
        "events": _filled(frames["events"], groups, ["event_id"]),
        "event_actors": actors,
    }
    return {name: _as_declared(name, linked.get(name, frame)) for name, frame in (frames | linked).items()}


def _link_documents(documents: pl.DataFrame) -> pl.DataFrame:
    originals = duplicate_originals(documents)
    found = originals.join(story_ids(documents, originals), on="doc_id")
    return _filled(documents, found, ["doc_id"])


def _names_of_mentions(
    mentions: pl.DataFrame, clusters: pl.DataFrame, entities: pl.DataFrame
) -> pl.DataFrame:
    """`mention_id`, `linked_id`, `linked_name` (canonical) and `cluster_name` (fullest in the article)."""
    return (
        mentions.filter(pl.col("entity_id").is_not_null())
        .join(clusters.select(*CLUSTER, "cluster_name"), on=CLUSTER)
        .join(entities.select("entity_id", linked_name="name"), on="entity_id")
        .select("mention_id", "linked_name", "cluster_name", linked_id="entity_id")
    )


def _link_quotes(quotes: pl.DataFrame, names: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    is_as_full = _n_words("linked_name") >= _n_words("cluster_name")
    fullest = pl.when(is_as_full).then("linked_name").otherwise("cluster_name")
    linked = quotes.join(names, left_on="speaker_mention_id", right_on="mention_id", how="left").with_columns(
        speaker_entity_id="linked_id", speaker_name=pl.coalesce(fullest, "speaker_name")
    )
    return _filled(linked, quote_group_ids(linked, documents), ["quote_id"])


def _link_actors(actors: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    return actors.join(names, on="mention_id", how="left").with_columns(
        entity_id="linked_id", name=pl.coalesce("linked_name", "name")
    )


def _filled(frame: pl.DataFrame, found: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """The frame with the columns of `found` in place of its own of the same names."""
    return frame.drop(set(found.columns) - set(keys), strict=False).join(found, on=keys, how="left")


def _as_declared(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    table = TABLES[name]
    return frame.select(table.column_names).cast(table.polars_schema).sort(table.primary_key)


def _n_words(column: str) -> pl.Expr:
    return pl.col(column).str.count_matches(r"\S+")
