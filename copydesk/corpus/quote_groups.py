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
# A phrase such as "press the reset button" is told again for days; then it is used anew.
MIN_CONTENT_WORDS_OF_PHRASE = 3
MAX_DAYS_APART_OF_PHRASE = 3
MIN_SHARED_SHARE = 0.8
# Two reporters hear "law" and "laws", and drop a word: most of what one wrote is in the other's, in order.
MIN_SHARED_SHINGLES = 0.5
MIN_SHARED_SHARE_IN_ORDER = 0.6
MIN_CONTENT_WORDS_IN_ORDER = 6
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
    told_together = pairs.select(
        "left",
        "right",
        same_story=same("story_id"),
        same_speaker=_same_speaker(),
        is_near=_days_apart() <= MAX_DAYS_APART_OF_PHRASE,
    )
    compared = _compared(told_together, wordings)
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
    unknown = pl.col("speaker_entity_id").is_null() & pl.col("surname").is_null()
    unknown_right = pl.col("speaker_entity_id_right").is_null() & pl.col("surname_right").is_null()
    return (_same_speaker() | unknown | unknown_right) & (_days_apart() <= MAX_DAYS_APART)


def _same_speaker() -> pl.Expr:
    return same("speaker_entity_id") | same("surname")


def _days_apart() -> pl.Expr:
    """Days between the articles; none where a date is unknown."""
    return (pl.col("published_on_right") - pl.col("published_on")).dt.total_days().abs().fill_null(0)


def _compared(pairs: pl.DataFrame, wordings: pl.DataFrame) -> pl.DataFrame:
    """The pairs whose wording is the same, with their likeness: the shared part of the shorter one."""
    both = with_both(pairs, wordings.select("item", "text", "content_words", "shingles"))
    n_left, n_right = pl.col("content_words").list.len(), pl.col("content_words_right").list.len()
    n_shared = pl.col("content_words").list.set_intersection("content_words_right").list.len()
    shared_shingles = pl.col("shingles").list.set_intersection("shingles_right").list.len()
    n_shingles = pl.min_horizontal(pl.col("shingles").list.len(), pl.col("shingles_right").list.len())
    measured = both.select(
        "left",
        "right",
        "same_story",
        told_together=pl.col("same_speaker") & (pl.col("same_story") | pl.col("is_near")),
        same_text=same("text"),
        within=pl.col("text").str.contains(pl.col("text_right"), literal=True)
        | pl.col("text_right").str.contains(pl.col("text"), literal=True),
        in_order=shared_shingles / n_shingles >= MIN_SHARED_SHINGLES,
        n_shorter=pl.min_horizontal(n_left, n_right),
        share_of_shorter=n_shared / pl.min_horizontal(n_left, n_right),
        share_of_all=n_shared / (n_left + n_right - n_shared),
    )
    contained = (pl.col("share_of_shorter") >= MIN_SHARED_SHARE) & (pl.col("within") | pl.col("same_story"))
    is_long = pl.col("n_shorter") >= MIN_CONTENT_WORDS_IN_ORDER
    retold = is_long & pl.col("in_order") & (pl.col("share_of_shorter") >= MIN_SHARED_SHARE_IN_ORDER)
    alike = (pl.col("share_of_all") >= MIN_SHARED_SHARE) | contained | retold
    is_phrase = pl.col("n_shorter") >= MIN_CONTENT_WORDS_OF_PHRASE
    is_one = (
        ((pl.col("n_shorter") >= MIN_CONTENT_WORDS) & alike)
        | (is_phrase & pl.col("within") & pl.col("told_together"))
        | (pl.col("same_text") & pl.col("same_story"))
    )
    likeness = pl.when("same_text").then(1.0).otherwise("share_of_shorter")
    return measured.filter(is_one).select("left", "right", likeness=likeness)
