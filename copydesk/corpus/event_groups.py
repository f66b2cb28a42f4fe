"""The same happening as told by several sentences and articles."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.actor_sides import MUTUAL_TYPES, actor_sides, all_actors, same_actors, same_people
from copydesk.corpus.candidates import neighbour_pairs, same, with_both
from copydesk.corpus.components import FORBIDDEN, average_link_groups
from copydesk.corpus.told_days import day_of_year, same_day_told, told_day
from copydesk.corpus.words import content_words, word_weights
from schemas.vocabulary import DatePrecision, EventStatus

_HAPPENINGS = (EventStatus.ACTUAL, EventStatus.PLANNED, EventStatus.BACKGROUND)

# Without a date of its own an event is news when it is told.
MAX_DAYS_APART_UNDATED = 7
# "Weeks ago at the conference": news of an earlier article may be told again.
MAX_DAYS_LOOKED_BACK = 60
_LOOKING_BACK = r"(?i)\b(?:(?:days|weeks?|months?) (?:ago|earlier)|last (?:week|month)|earlier (?:this|in))\b"
# Likeness is the share of the telling words of the shorter sentence that the other has too, names of
# actors left out, plus what else speaks for the same happening, each alone too little.
MIN_LIKENESS = 0.4
SAME_DAY_BONUS = 0.25
SAME_PEOPLE_BONUS = 0.2
SAME_DOCUMENT_BONUS = 0.15
SAME_STORY_BONUS = 0.1
SAME_PLACE_BONUS = 0.1
SAME_TRIGGER_BONUS = 0.1
# The same words between quotation marks: what was promised or refused was said in them.
SAME_QUOTED_BONUS = 0.3
MIN_SHARED_QUOTED_WORDS = 2
_QUOTED = r"[\"“][^\"“”]{3,80}[\"”]"
# Two people have one next meeting.
SAME_PLAN_BONUS = 0.25
# Neither happening nor publication says that they are not years apart.
UNDATED_PENALTY = 0.1
# What is given, signed or fired tells more than the rest of the sentence: the "button" of "gave ... button".
OBJECT_FACTOR = 3
# One shared word is an accident unless it is the object, or the same people meet in the same story.
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
    """The pairs of events that are alike enough: `left`, `right`, `likeness`."""
    words = _weighted_words(numbered, sides)
    totals = words.group_by("item").agg(total=pl.col("weight").sum())
    features = (
        numbered.select(
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
            quoted=_quoted_words(),
            told_day=told_day(),
            news_day=pl.coalesce(told_day(), day_of_year("published_on")),
            looks_back=pl.col("evidence").str.contains(_LOOKING_BACK),
        )
        .join(sides.drop("actor_words"), on="item")
        .join(totals, on="item", how="left")
    )
    compatible = with_both(_candidates(numbered, words, sides), features).filter(
        ~(same("doc_id") & same("sentence_no")), same_actors(), _when_fits(), _status_fits(), _place_fits()
    )
    return (
        _with_shared_words(compatible, words)
        .filter((pl.col("n_shared") >= MIN_SHARED_WORDS) | _same_day() | (same_people() & same("story_id")))
        .select("left", "right", likeness=_likeness())
        .filter(pl.col("likeness") >= MIN_LIKENESS)
    )


def _weighted_words(numbered: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """`item`, `word`, `is_object`, `n_texts_with`, `weight`: each event's evidence without its actors."""
    telling = numbered.select(
        "item",
        words=content_words(pl.col("evidence")),
        objects=content_words(pl.col("trigger").str.splitn(" ... ", 2).struct.field("field_1").fill_null("")),
    ).join(sides.select("item", "actor_words"), on="item")
    words = (
        telling.select("item", "objects", word=pl.col("words").list.set_difference("actor_words"))
        .explode("word")
        .drop_nulls()
        .select("item", "word", is_object=pl.col("objects").list.contains(pl.col("word")))
    )
    factor = pl.when("is_object").then(OBJECT_FACTOR).otherwise(1)
    return words.join(word_weights(words, numbered.height), on="word").with_columns(
        weight=pl.col("weight") * factor
    )


def _candidates(numbered: pl.DataFrame, words: pl.DataFrame, sides: pl.DataFrame) -> pl.DataFrame:
    """Pairs of one type that share an actor, and a story or one of their rarest words."""
    rarest = words.filter(pl.col("n_texts_with") > 1).sort("n_texts_with", "word")
    probes = rarest.group_by("item", maintain_order=True).head(N_PROBE_WORDS).select("item", block="word")
    by_story = numbered.select("item", block="story_id")
    by_quoted = numbered.select("item", block=_quoted_words()).explode("block").drop_nulls()
    by_day = numbered.select(
        "item", block=pl.coalesce(told_day(), day_of_year("published_on")).cast(pl.String)
    )
    actors = sides.select("item", "event_type", actor=all_actors()).explode("actor").drop_nulls()
    blocks = pl.concat([probes, by_story, by_quoted, by_day.drop_nulls()]).join(actors, on="item")
    return neighbour_pairs(blocks, N_NEIGHBOURS).select("left", "right")


def _with_shared_words(pairs: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Add `shared`, the weight of the words that both events have, and `n_shared`, objects twice."""
    own = words.select("item", "word", "weight", "is_object")
    shared = (
        pairs.select("left", "right")
        .join(own, left_on="left", right_on="item")
        .join(own, left_on=["right", "word"], right_on=["item", "word"])
        .group_by("left", "right")
        .agg(
            shared=pl.min_horizontal("weight", "weight_right").sum(),
            n_shared=pl.len() + (pl.col("is_object") & pl.col("is_object_right")).sum(),
        )
    )
    return pairs.join(shared, on=["left", "right"], how="left").with_columns(
        pl.col("shared", "n_shared").fill_null(0)
    )


def _likeness() -> pl.Expr:
    wording = (pl.col("shared") / pl.min_horizontal("total", "total_right")).fill_null(0.0)
    undated = pl.col("published_on").is_null() | pl.col("published_on_right").is_null()
    bonuses = [
        (_same_day(), SAME_DAY_BONUS),
        (same_people(), SAME_PEOPLE_BONUS),
        (same_people() & same("doc_id"), SAME_DOCUMENT_BONUS),
        (_n_shared_quoted() >= MIN_SHARED_QUOTED_WORDS, SAME_QUOTED_BONUS),
        (_same_plan(), SAME_PLAN_BONUS),
        (same("story_id"), SAME_STORY_BONUS),
        (same("place"), SAME_PLACE_BONUS),
        (same("trigger"), SAME_TRIGGER_BONUS),
        (undated & ~same("story_id") & ~_same_day() & _dates_overlap().is_null(), -UNDATED_PENALTY),
    ]
    return wording + pl.sum_horizontal(pl.when(given).then(bonus).otherwise(0.0) for given, bonus in bonuses)


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
    # The pairs stand in the order of publication, so the right one looks back on the left one.
    looks_back = pl.col("looks_back_right") & pl.col("occurred_on_right").is_null()
    most = pl.when(looks_back).then(MAX_DAYS_LOOKED_BACK).otherwise(MAX_DAYS_APART_UNDATED)
    return pl.coalesce(_dates_overlap(), days_apart.fill_null(0) <= most)


def _same_day() -> pl.Expr:
    dated = same("occurred_on") & same("date_precision") & (pl.col("date_precision") == DatePrecision.DAY)
    return dated | (_same_people_meet() & same_day_told())


def _quoted_words() -> pl.Expr:
    return content_words(pl.col("evidence").str.extract_all(_QUOTED).list.join(" "))


def _n_shared_quoted() -> pl.Expr:
    return pl.col("quoted").list.set_intersection("quoted_right").list.len()


def _same_plan() -> pl.Expr:
    return _same_people_meet() & same("status") & (pl.col("status") == EventStatus.PLANNED)


def _same_people_meet() -> pl.Expr:
    return same_people() & pl.col("event_type").is_in(MUTUAL_TYPES)


def _status_fits() -> pl.Expr:
    """A plan and what came of it are one happening only when the date says so.

    What did not happen, or only might, happens nowhere but in its own story.
    """
    one_status = same("status") & (pl.col("status").is_in(_HAPPENINGS) | same("story_id"))
    both_happen = pl.col("status").is_in(_HAPPENINGS) & pl.col("status_right").is_in(_HAPPENINGS)
    return one_status | (both_happen & _dates_overlap().fill_null(value=False))


def _place_fits() -> pl.Expr:
    same_country = pl.col("place_country") == pl.col("place_country_right")
    return pl.coalesce(same_country, pl.col("place") == pl.col("place_right"), pl.lit(value=True))
