"""The same story told differently: articles of the same few days whose openings share telling words."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.candidates import neighbour_pairs, with_both
from copydesk.corpus.components import average_link_groups
from copydesk.corpus.words import content_words, normal_words, word_weights

# What happened is told in the headline and the first paragraphs; the background that follows is
# shared by every article on the topic.
LEAD_WORDS = 120
MAX_DAYS_APART = 3
# The cosine of two openings, each shared word counting by its rarity.
MIN_LIKENESS = 0.19
# Without a date nothing says that they are not a year apart, unless both name the same day ("March 6").
MIN_LIKENESS_UNDATED = 0.33
MIN_LIKENESS_SAME_DAY_NAMED = 0.22
# Pairs that are not alike enough to be linked count 0 in the mean.
MIN_MEAN_LIKENESS = 0.12

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH_DAY = rf"\b(?:{_MONTHS}) [0-9]{{1,2}}"
_DAY_MONTH = rf"\b([0-9]{{1,2}}) ({_MONTHS})\b"

N_PROBE_WORDS = 20
N_NEIGHBOURS = 12
MIN_SHARED_PROBE_WORDS = 2


def story_ids(documents: pl.DataFrame, originals: pl.DataFrame) -> pl.DataFrame:
    """Find which articles tell the same story.

    Args:
        documents: The table.
        originals: What `duplicate_originals` found; a duplicate takes the story of its original.

    Returns:
        `doc_id` and `story_id`: `story-` and the id of the story's first article.
    """
    told = (
        documents.join(originals.select("doc_id", original="duplicate_of"), on="doc_id")
        .filter(pl.col("original").is_null())
        .sort("published_on", "doc_id", nulls_last=True)
        .with_row_index("item")
    )
    links = _links(told).rows()
    first = pl.Series(
        average_link_groups(told.height, links, MIN_MEAN_LIKENESS, N_NEIGHBOURS), dtype=pl.UInt32
    )
    stories = told.select("doc_id", story_id="story-" + pl.col("doc_id").gather(first))
    return (
        originals.select("doc_id", told_in=pl.coalesce("duplicate_of", "doc_id"))
        .join(stories, left_on="told_in", right_on="doc_id", maintain_order="left")
        .select("doc_id", "story_id")
    )


def _links(told: pl.DataFrame) -> pl.DataFrame:
    """The pairs of articles that are alike enough: `left`, `right`, `likeness`."""
    words = _weighted_words(told)
    probes = (
        words.filter(pl.col("n_texts_with") > 1)
        .sort("n_texts_with", "word")
        .group_by("item")
        .head(N_PROBE_WORDS)
    )
    candidates = neighbour_pairs(probes.select("item", "word"), N_NEIGHBOURS).filter(
        pl.col("n_shared") >= MIN_SHARED_PROBE_WORDS
    )
    dated = with_both(candidates, told.select("item", "published_on"))
    days_apart = (pl.col("published_on_right") - pl.col("published_on")).dt.total_days()
    near = dated.select("left", "right", days_apart=days_apart).filter(
        pl.col("days_apart").fill_null(0) <= MAX_DAYS_APART
    )
    enough = pl.when(pl.col("days_apart").is_null()).then(MIN_LIKENESS_UNDATED).otherwise(MIN_LIKENESS)
    return (
        _with_likeness(near, words).filter(pl.col("likeness") >= enough).select("left", "right", "likeness")
    )


def _weighted_words(told: pl.DataFrame) -> pl.DataFrame:
    """`item`, `word`, `n_texts_with`, `weight`: the content words of every article's opening."""
    opening = pl.concat_str(
        pl.col("title").fill_null(""),
        normal_words(pl.col("text")).list.head(LEAD_WORDS).list.join(" "),
        separator=" ",
    )
    words = told.select("item", word=content_words(opening)).explode("word").drop_nulls()
    return words.join(word_weights(words, told.height), on="word")


def _with_likeness(pairs: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Add to each pair the cosine of the two openings."""
    of_article = words.group_by("item").agg("word", total=pl.col("weight").sum())
    both = with_both(pairs, of_article)
    shared = (
        both.select("left", "right", word=pl.col("word").list.set_intersection("word_right"))
        .explode("word")
        .join(words.select("word", "weight").unique(), on="word")
        .group_by("left", "right")
        .agg(shared=pl.col("weight").sum())
    )
    cosine = pl.col("shared") / (pl.col("total") * pl.col("total_right")).sqrt()
    return both.join(shared, on=["left", "right"]).with_columns(likeness=cosine)
