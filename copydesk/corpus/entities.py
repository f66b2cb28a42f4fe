"""The things in the world: clusters of mentions from all articles, brought together by their names.

An entity's id depends on its name and kind alone, so it is the same in every dataset. Two people of
one name are therefore one entity.
"""

from __future__ import annotations

import polars as pl

from copydesk.corpus.names import name_keys
from copydesk.ids import entity_id
from schemas import TABLES
from schemas.vocabulary import EntityLabel, MentionForm, MentionLabel

CLUSTER = ["doc_id", "cluster_no"]
# Kinds of names that are shortened once they are known: surnames, first names, acronyms.
SHORTENED_LABELS = (EntityLabel.PERSON, EntityLabel.ORG)


def link_clusters(mentions: pl.DataFrame, stories: pl.DataFrame) -> pl.DataFrame:
    """Tell which entity each cluster of mentions is.

    A cluster known by a short name alone (`Ivanov`) is the person of that surname when exactly one
    such full name occurs in the same story.

    Args:
        mentions: The table; its column `entity_id` is not read.
        stories: `doc_id` and `story_id`.

    Returns:
        `doc_id`, `cluster_no`, `entity_id`; `label`, the commonest in the cluster; `label_key` and `key`
        as in `name_keys`; `cluster_name`, the fullest name in the article. Only clusters with a name.
    """
    clusters = _named_clusters(mentions).join(stories, on="doc_id", maintain_order="left")
    resolved = clusters.join(
        _full_names(clusters),
        left_on=["story_id", "label_key", "key"],
        right_on=["story_id", "label_key", "short"],
        how="left",
    ).with_columns(key=pl.coalesce("full_key", "key"))
    things = resolved.select("label_key", "key").unique()
    ids = [entity_id(label, key) for label, key in things.rows()]
    return (
        resolved.join(things.with_columns(entity_id=pl.Series(ids, dtype=pl.String)), on=["label_key", "key"])
        .select(*CLUSTER, "entity_id", "label", "label_key", "key", "cluster_name")
        .sort(CLUSTER)
    )


def build_entities(mentions: pl.DataFrame, clusters: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Build the table `entities`.

    Args:
        mentions: The table with its column `entity_id` filled.
        clusters: What `link_clusters` found.
        documents: `doc_id` and `published_on` are read.
    """
    of_entities = mentions.filter(pl.col("entity_id").is_not_null()).join(
        documents.select("doc_id", "published_on"), on="doc_id"
    )
    named = (
        of_entities.filter(pl.col("form") == MentionForm.NAME)
        .select(*CLUSTER, "entity_id", "text")
        .join(clusters.select(*CLUSTER, "label", "label_key", "key"), on=CLUSTER)
    )
    counted = of_entities.group_by("entity_id").agg(
        roles=pl.col("role").drop_nulls().unique().sort(),
        n_mentions=pl.len().cast(pl.Int32),
        n_documents=pl.col("doc_id").n_unique().cast(pl.Int32),
        first_published=pl.col("published_on").min(),
        last_published=pl.col("published_on").max(),
    )
    names = named.group_by("entity_id").agg(aliases=pl.col("text").unique().sort())
    nothing = pl.lit(None, dtype=pl.String)
    return (
        counted.join(names, on="entity_id")
        .join(_canonical_names(named), on="entity_id")
        .join(_most_frequent(named, ["entity_id"], "label"), on="entity_id")
        .join(
            _most_frequent(of_entities.drop_nulls("country"), ["entity_id"], "country"),
            on="entity_id",
            how="left",
        )
        .with_columns(
            aliases=pl.col("aliases").list.set_difference(pl.concat_list("name")).list.sort(),
            wikidata_id=nothing,
            wikipedia_title=nothing,
        )
        .select(TABLES["entities"].column_names)
        .sort("entity_id")
    )


def _named_clusters(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row a cluster: its fullest name, what that name is known under, and its other names."""
    named = mentions.filter(
        pl.col("form") == MentionForm.NAME,
        pl.col("label") != MentionLabel.DATE,
        pl.col("cluster_no").is_not_null(),
    ).select(*CLUSTER, "text", "label")
    labelled = named.select(*CLUSTER, "text").join(_most_frequent(named, CLUSTER, "label"), on=CLUSTER)
    keyed = labelled.join(name_keys(labelled.select("text", "label").unique()), on=["text", "label"])
    fullest = keyed.sort(
        *CLUSTER, pl.col("text").str.len_chars(), "text", descending=[False, False, True, False]
    ).group_by(CLUSTER, maintain_order=True)
    return fullest.agg(
        pl.first("label", "label_key", "key", "last_word", "n_words"),
        cluster_name=pl.first("text"),
        # "NATO" is itself, also where an article calls its council so.
        short_keys=pl.col("key").filter((pl.col("n_words") == 1) & ~pl.col("is_known")).unique(),
    )


def _full_names(clusters: pl.DataFrame) -> pl.DataFrame:
    """What each short name means in each story, where it can mean one thing only."""
    full = clusters.filter(pl.col("n_words") > 1, pl.col("label_key").is_in(SHORTENED_LABELS))
    surnames = full.filter(pl.col("label_key") == EntityLabel.PERSON).select(
        "story_id", "label_key", short="last_word", full_key="key"
    )
    aliases = (
        full.select("story_id", "label_key", short="short_keys", full_key="key").explode("short").drop_nulls()
    )
    return (
        pl.concat([surnames, aliases])
        .group_by("story_id", "label_key", "short")
        .agg(pl.col("full_key").unique())
        .filter(pl.col("full_key").list.len() == 1)
        .with_columns(pl.col("full_key").list.first())
    )


def _canonical_names(named: pl.DataFrame) -> pl.DataFrame:
    """The commonest of an entity's full names; spelt out if it can be; the longest in a tie."""
    forms = named.group_by("entity_id", "label", "text", entity_key="key").agg(n=pl.len())
    keyed = forms.join(name_keys(forms.select("text", "label").unique()), on=["text", "label"])
    is_full = pl.col("key") == pl.col("entity_key")
    length = pl.col("text").str.len_chars()
    ranked = keyed.sort(
        is_full, ~pl.col("is_acronym"), "n", length, "text", descending=[True, True, True, True, False]
    )
    return ranked.group_by("entity_id", maintain_order=True).agg(name=pl.first("text"))


def _most_frequent(rows: pl.DataFrame, keys: list[str], column: str) -> pl.DataFrame:
    """For each of `keys` the commonest value of `column`, the first by the alphabet in a tie."""
    counted = rows.group_by(*keys, column).agg(n=pl.len()).sort("n", column, descending=[True, False])
    return counted.group_by(keys, maintain_order=True).agg(pl.first(column))
