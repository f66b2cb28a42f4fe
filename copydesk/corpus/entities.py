"""The things in the world: clusters of mentions from all articles, brought together by links and names.

The id of a linked entity depends on the title of its page alone, that of any other on its name and kind: it
is the same in every dataset. People of one name whom the articles give to different countries are different.
"""

from __future__ import annotations

import polars as pl

from copydesk.corpus.links import CLUSTER, link_key, link_names
from copydesk.corpus.names import clustered_names, name_keys
from copydesk.entities.countries import INTERGOVERNMENTAL
from copydesk.ids import entity_id
from schemas import TABLES
from schemas.vocabulary import EntityLabel, MentionForm

# Kinds of names that are shortened once they are known: surnames, first names, acronyms.
SHORTENED_LABELS = (EntityLabel.PERSON, EntityLabel.ORG)
LINK_COLUMNS = ("link_title", "link_wikidata_id", "link_country")


def link_clusters(mentions: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Tell which entity each cluster of mentions is.

    A cluster known by a short name alone (`Ivanov`) is the person of that surname when exactly one
    such full name occurs in the same story.

    Args:
        mentions: The table; its column `entity_id` is not read.
        documents: `doc_id`, `story_id`, `published_on` and `text` are read.

    Returns:
        `doc_id`, `cluster_no`, `entity_id`; `label`, the commonest in the cluster; `label_key` as in
        `name_keys`, and `name_key`, its `key`; `cluster_name`, the fullest name in the article; the columns
        of `link_names`, null where there is no link. Only clusters with a name.
    """
    named = _named_clusters(mentions).join(link_names(mentions, documents), on=CLUSTER, how="left")
    stories = documents.select("doc_id", "story_id")
    clusters = _told_apart(_by_link(named)).join(stories, on="doc_id", maintain_order="left")
    resolved = clusters.join(
        _full_names(clusters),
        left_on=["story_id", "label_key", "key"],
        right_on=["story_id", "label_key", "short"],
        how="left",
    ).with_columns(
        name_key=pl.when(pl.col("full_key").is_null()).then("name_key"), key=pl.coalesce("full_key", "key")
    )
    things = resolved.select("label_key", "key").unique()
    ids = [entity_id(label, key) for label, key in things.rows()]
    return (
        resolved.join(things.with_columns(entity_id=pl.Series(ids, dtype=pl.String)), on=["label_key", "key"])
        .select(*CLUSTER, "entity_id", "label", "label_key", "name_key", "cluster_name", *LINK_COLUMNS)
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
        .join(clusters.select(*CLUSTER, "label", "label_key", "name_key"), on=CLUSTER)
    )
    counted = of_entities.group_by("entity_id").agg(
        roles=pl.col("role").drop_nulls().unique().sort(),
        n_mentions=pl.len().cast(pl.Int32),
        n_documents=pl.col("doc_id").n_unique().cast(pl.Int32),
        first_published=pl.col("published_on").min(),
        last_published=pl.col("published_on").max(),
    )
    names = named.group_by("entity_id").agg(aliases=pl.col("text").unique().sort())
    links = clusters.drop_nulls("link_title").group_by("entity_id").agg(pl.col(*LINK_COLUMNS).first())
    return (
        counted.join(names, on="entity_id")
        .join(_canonical_names(named), on="entity_id")
        .join(_most_frequent(named, ["entity_id"], "label"), on="entity_id")
        .join(
            _most_frequent(of_entities.drop_nulls("country"), ["entity_id"], "country"),
            on="entity_id",
            how="left",
        )
        .join(links, on="entity_id", how="left")
        .with_columns(
            aliases=pl.col("aliases").list.set_difference(pl.concat_list("name")).list.sort(),
            country=pl.coalesce("link_country", "country"),
            wikidata_id="link_wikidata_id",
            wikipedia_title="link_title",
        )
        .select(TABLES["entities"].column_names)
        .sort("entity_id")
    )


def _named_clusters(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row a cluster: its fullest name, what that name is known under, and its other names."""
    named = clustered_names(mentions).select(*CLUSTER, "text", "label", "country")
    labelled = named.select(*CLUSTER, "text", "country").join(
        _most_frequent(named, CLUSTER, "label"), on=CLUSTER
    )
    keyed = labelled.join(name_keys(labelled.select("text", "label").unique()), on=["text", "label"])
    fullest = keyed.sort(
        *CLUSTER, pl.col("text").str.len_chars(), "text", descending=[False, False, True, False]
    ).group_by(CLUSTER, maintain_order=True)
    return fullest.agg(
        pl.first("label", "label_key", "key", "last_word", "n_words"),
        cluster_name=pl.first("text"),
        country=pl.col("country").drop_nulls().first(),
        # "NATO" is itself, also where an article calls its council so.
        short_keys=pl.col("key").filter((pl.col("n_words") == 1) & ~pl.col("is_known")).unique(),
    )


def _by_link(clusters: pl.DataFrame) -> pl.DataFrame:
    """Put the title of the page in place of the name where there is one; the name's own key stays beside."""
    is_linked = pl.col("link_title").is_not_null()
    return clusters.with_columns(
        name_key="key",
        label_key=pl.when(is_linked).then("link_label").otherwise("label_key"),
        key=pl.when(is_linked).then(link_key(pl.col("link_title"))).otherwise("key"),
    )


def _told_apart(clusters: pl.DataFrame) -> pl.DataFrame:
    """Add the country to the key of people without a link whose full name belongs to several countries."""
    is_full = (pl.col("label_key") == EntityLabel.PERSON) & (pl.col("n_words") > 1)
    nation = pl.when(is_full & (pl.col("country") != INTERGOVERNMENTAL)).then("country")
    is_shared = (
        nation.n_unique().over("label_key", "name_key") - nation.is_null().any().over("label_key", "name_key")
        > 1
    )
    apart = pl.col("link_title").is_null() & nation.is_not_null() & is_shared
    return clusters.with_columns(
        key=pl.when(apart).then(pl.concat_str("key", pl.lit(" "), "country")).otherwise("key")
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
    # The page that another article of the story gives, where this one lacks the evidence for it.
    linked = full.drop_nulls("link_title").select("story_id", "label_key", short="name_key", full_key="key")
    return (
        pl.concat([surnames, aliases, linked])
        .group_by("story_id", "label_key", "short")
        .agg(pl.col("full_key").unique())
        .filter(pl.col("full_key").list.len() == 1)
        .with_columns(pl.col("full_key").list.first())
    )


def _canonical_names(named: pl.DataFrame) -> pl.DataFrame:
    """The commonest of an entity's full names; spelt out if it can be; the longest in a tie."""
    forms = named.group_by("entity_id", "label", "text", entity_key="name_key").agg(n=pl.len())
    keyed = forms.join(name_keys(forms.select("text", "label").unique()), on=["text", "label"])
    is_full = (pl.col("key") == pl.col("entity_key")).fill_null(value=False)
    length = pl.col("text").str.len_chars()
    ranked = keyed.sort(
        is_full, ~pl.col("is_acronym"), "n", length, "text", descending=[True, True, True, True, False]
    )
    return ranked.group_by("entity_id", maintain_order=True).agg(name=pl.first("text"))


def _most_frequent(rows: pl.DataFrame, keys: list[str], column: str) -> pl.DataFrame:
    """For each of `keys` the commonest value of `column`, the first by the alphabet in a tie."""
    counted = rows.group_by(*keys, column).agg(n=pl.len()).sort("n", column, descending=[True, False])
    return counted.group_by(keys, maintain_order=True).agg(pl.first(column))
