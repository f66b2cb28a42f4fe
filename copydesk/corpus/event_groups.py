"""The same happening as told by several sentences and articles."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.actor_sides import actor_sides, same_actors
from copydesk.corpus.candidates import neighbour_pairs, with_both
from copydesk.corpus.components import FORBIDDEN, average_link_groups
from copydesk.corpus.words import content_words, word_weights
from schemas.vocabulary import DatePrecision

# Without a date of its own an event is news when it is told.
MAX_DAYS_APART_UNDATED = 7
# The share of telling words of the shorter sentence that the other has too, names of actors left out,
# plus what else speaks for the same happening.
MIN_LIKENESS = 0.4
SAME_DAY_BONUS = 0.25
SAME_STORY_BONUS = 0.1
SAME_PLACE_BONUS = 0.1
SAME_TRIGGER_BONUS = 0.1
# One shared word ("met") is an accident unless date or story agree.
MIN_SHARED_WORDS = 2
MIN_MEAN_LIKENESS = 0.3
N_PROBE_WORDS = 8
N_NEIGHBOURS = 8


def event_group_ids(
    events: pl.DataFrame, actors: pl.DataFrame, mentions: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """Find which events are the same happening.

    Args:
        events: The table.
        actors: The table `event_actors` with `entity_id` and `name` filled.
        mentions: The table.
        documents: The table with `story_id` filled.

    Returns:
        `event_id` and `event_group_id`: `eg-` and the id of the group's first event.
    """
    numbered = (
        events.join(documents.select("doc_id", "published_on", "story_id"), on="doc_id")
        .sort("published_on", "event_id", nulls_last=True)
        .with_row_index("item")
    )
    sides = actor_sides(numbered.select("item", "event_id", "event_type"), actors, mentions)
    links = pl.concat([_links(numbered, sides), _same_sentence(numbered)]).rows()
    first = pl.Series(
        average_link_groups(numbered.height, links, MIN_MEAN_LIKENESS, N_NEIGHBOURS), dtype=pl.UInt32
    )
    return numbered.select("event_id", event_group_id="eg-" + pl.col("event_id").gather(first))


def _links(numbered: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    words = _weighted_words(numbered, sides)
    features = numbered.select(
        "item",
        "doc_id",
        "sentence_no",
        "published_on",
        "story_id",
        "status",
        "occurred_on",
        "date_precision",
        "place_country",
        place=pl.col("place").str.to_lowercase(),
        trigger=pl.col("trigger").str.to_lowercase(),
        ends_on=_last_day(),
    ).join(sides.drop("actor_words"), on="item")
    compatible = with_both(_candidates(numbered, words), features).filter(
        ~(_same("doc_id") & _same("sentence_no")), same_actors(), _when_fits(), _status_fits(), _place_fits()
    )
    return _compared(compatible, words)


def _weighted_words(numbered: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """`item`, `word`, `n_texts_with`, `weight`: the evidence of every event without its actors."""
    telling = numbered.select("item", words=content_words(pl.col("evidence"))).join(
        sides.select("item", "actor_words"), on="item"
    )
    words = (
        telling.select("item", word=pl.col("words").list.set_difference("actor_words"))
        .explode("word")
        .drop_nulls()
    )
    return words.join(word_weights(words, numbered.height), on="word")


def _candidates(numbered: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Pairs of one type that share a story or one of their rarest words."""
    rarest = words.filter(pl.col("n_texts_with") > 1).sort("n_texts_with", "word")
    probes = rarest.group_by("item", maintain_order=True).head(N_PROBE_WORDS).select("item", block="word")
    by_story = numbered.select("item", block="story_id")
    blocks = pl.concat([probes, by_story]).join(numbered.select("item", "event_type"), on="item")
    return neighbour_pairs(blocks, N_NEIGHBOURS).select("left", "right")


def _compared(pairs: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """The pairs that are alike enough: `left`, `right`, `likeness`."""
    of_event = words.group_by("item").agg("word", total=pl.col("weight").sum())
    both = with_both(pairs, of_event)
    shared = (
        both.select("left", "right", word=pl.col("word").list.set_intersection("word_right"))
        .explode("word")
        .join(words.select("word", "weight").unique(), on="word")
        .group_by("left", "right")
        .agg(shared=pl.col("weight").sum(), n_shared=pl.len())
    )
    wording = pl.col("shared") / pl.min_horizontal("total", "total_right")
    same_day = (
        _same("occurred_on") & (pl.col("date_precision") == DatePrecision.DAY) & _same("date_precision")
    )
    likeness = (
        wording
        + pl.when(same_day).then(SAME_DAY_BONUS).otherwise(0.0)
        + pl.when(_same("story_id")).then(SAME_STORY_BONUS).otherwise(0.0)
        + pl.when(_same("place")).then(SAME_PLACE_BONUS).otherwise(0.0)
        + pl.when(_same("trigger")).then(SAME_TRIGGER_BONUS).otherwise(0.0)
    )
    corroborated = (pl.col("n_shared") >= MIN_SHARED_WORDS) | same_day | _same("story_id")
    return (
        both.join(shared, on=["left", "right"])
        .filter(corroborated)
        .select("left", "right", likeness=likeness)
        .filter(pl.col("likeness") >= MIN_LIKENESS)
    )


def _same_sentence(numbered: pl.DataFrame) -> pl.DataFrame:
    """Events of one sentence: it tells them apart, so nobody may bring them together."""
    of_sentence = numbered.select("item", "doc_id", "sentence_no", "event_type")
    return (
        of_sentence.join(of_sentence, on=["doc_id", "sentence_no", "event_type"])
        .filter(pl.col("item") < pl.col("item_right"))
        .select(left="item", right="item_right", likeness=pl.lit(FORBIDDEN))
    )


def _last_day() -> pl.Expr:
    """The last day of the period that `occurred_on` and `date_precision` stand for."""
    return (
        pl.when(pl.col("date_precision") == DatePrecision.YEAR)
        .then(pl.col("occurred_on").dt.offset_by("1y").dt.offset_by("-1d"))
        .when(pl.col("date_precision") == DatePrecision.MONTH)
        .then(pl.col("occurred_on").dt.month_end())
        .otherwise("occurred_on")
    )


def _dates_overlap() -> pl.Expr:
    """Null unless both have a date."""
    return (pl.col("occurred_on") <= pl.col("ends_on_right")) & (
        pl.col("occurred_on_right") <= pl.col("ends_on")
    )


def _when_fits() -> pl.Expr:
    days_apart = (pl.col("published_on_right") - pl.col("published_on")).dt.total_days().abs()
    return pl.coalesce(_dates_overlap(), days_apart.fill_null(0) <= MAX_DAYS_APART_UNDATED)


def _status_fits() -> pl.Expr:
    """A plan and what came of it are one happening only when the date says so."""
    return _same("status") | _dates_overlap().fill_null(value=False)


def _place_fits() -> pl.Expr:
    same_country = pl.col("place_country") == pl.col("place_country_right")
    return pl.coalesce(same_country, pl.col("place") == pl.col("place_right"), pl.lit(value=True))


def _same(column: str) -> pl.Expr:
    """Whether both items of a pair have the value; unknown is not the same as unknown."""
    return (pl.col(column) == pl.col(f"{column}_right")).fill_null(value=False)
