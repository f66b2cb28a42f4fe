"""The same utterance as several articles report it: whole, in part, or in other words of a translation."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.candidates import neighbour_pairs, same, with_both
from copydesk.corpus.components import average_link_groups
from copydesk.corpus.words import content_words, normal_words, shingles
from schemas.vocabulary import QuoteKind

MAX_DAYS_APART = 14
# Below so many content words ("very positive") only the same words in the same story are the same utterance.
MIN_CONTENT_WORDS = 4
MIN_SHARED_SHARE = 0.8
# A short quote found in two long ones that share nothing else does not bring them together.
MIN_MEAN_LIKENESS = 0.55
SHINGLE_WORDS = 3
N_NEIGHBOURS = 8

_QUOTED = r'["“][^"“”]+["”]'


def quote_group_ids(quotes: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Find which quotes report the same utterance.

    Args:
        quotes: The table with `speaker_entity_id` and `speaker_name` filled.
        documents: The table with `story_id` filled.

    Returns:
        `quote_id` and `quote_group_id`: `qg-` and the id of the group's first quote.
    """
    numbered = (
        quotes.join(documents.select("doc_id", "published_on", "story_id"), on="doc_id")
        .sort("published_on", "quote_id", nulls_last=True)
        .with_row_index("item")
    )
    links = _links(numbered).rows()
    first = pl.Series(
        average_link_groups(numbered.height, links, MIN_MEAN_LIKENESS, N_NEIGHBOURS), dtype=pl.UInt32
    )
    return numbered.select("quote_id", quote_group_id="qg-" + pl.col("quote_id").gather(first))


def _links(numbered: pl.DataFrame) -> pl.DataFrame:
    wordings = _wordings(numbered)
    blocks = wordings.select("item", block="shingles").explode("block").drop_nulls()
    features = numbered.select(
        "item",
        "published_on",
        "story_id",
        "speaker_entity_id",
        surname=normal_words(pl.col("speaker_name")).list.last(),
    )
    pairs = with_both(neighbour_pairs(blocks, N_NEIGHBOURS), features).filter(_could_be_one())
    compared = _compared(pairs.select("left", "right", same_story=same("story_id")), wordings)
    return compared.group_by("left", "right").agg(likeness=pl.max("likeness"))


def _wordings(numbered: pl.DataFrame) -> pl.DataFrame:
    """What is compared of each quote: all of it, and of a mixed one also the words within marks."""
    within_marks = pl.col("content").str.extract_all(_QUOTED).list.join(" ")
    whole = numbered.select("item", wording="content")
    parts = numbered.filter(pl.col("kind") == QuoteKind.MIXED).select("item", wording=within_marks)
    words = normal_words(pl.col("wording"))
    return (
        pl.concat([whole, parts])
        .with_columns(words=words, content_words=content_words(pl.col("wording")))
        .filter(pl.col("words").list.len() > 0)
        .select(
            "item",
            "content_words",
            text=" " + pl.col("words").list.join(" ") + " ",
            shingles=pl.when(pl.col("words").list.len() >= SHINGLE_WORDS)
            .then(shingles(pl.col("words"), SHINGLE_WORDS))
            .otherwise(pl.concat_list(pl.col("words").list.join(" ").hash())),
        )
    )


def _could_be_one() -> pl.Expr:
    """Whether the speakers and the dates of two quotes allow them to be the same."""
    same_speaker = same("speaker_entity_id") | same("surname")
    unknown = pl.col("speaker_entity_id").is_null() & pl.col("surname").is_null()
    unknown_right = pl.col("speaker_entity_id_right").is_null() & pl.col("surname_right").is_null()
    days_apart = (pl.col("published_on_right") - pl.col("published_on")).dt.total_days().abs()
    return (same_speaker | unknown | unknown_right) & (days_apart.fill_null(0) <= MAX_DAYS_APART)


def _compared(pairs: pl.DataFrame, wordings: pl.DataFrame) -> pl.DataFrame:
    """The pairs whose wording is the same, with their likeness: the shared part of the shorter one."""
    both = with_both(pairs, wordings.select("item", "text", "content_words"))
    n_left, n_right = pl.col("content_words").list.len(), pl.col("content_words_right").list.len()
    n_shared = pl.col("content_words").list.set_intersection("content_words_right").list.len()
    measured = both.select(
        "left",
        "right",
        "same_story",
        same_text=same("text"),
        within=pl.col("text").str.contains(pl.col("text_right"), literal=True)
        | pl.col("text_right").str.contains(pl.col("text"), literal=True),
        n_shorter=pl.min_horizontal(n_left, n_right),
        share_of_shorter=n_shared / pl.min_horizontal(n_left, n_right),
        share_of_all=n_shared / (n_left + n_right - n_shared),
    )
    contained = (pl.col("share_of_shorter") >= MIN_SHARED_SHARE) & (pl.col("within") | pl.col("same_story"))
    long_enough = pl.col("n_shorter") >= MIN_CONTENT_WORDS
    is_one = (long_enough & ((pl.col("share_of_all") >= MIN_SHARED_SHARE) | contained)) | (
        pl.col("same_text") & pl.col("same_story")
    )
    likeness = pl.when("same_text").then(1.0).otherwise("share_of_shorter")
    return measured.filter(is_one).select("left", "right", likeness=likeness)
