"""What must hold for `quotes` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim, row_id, share
from expectations.slices import pieces, sliced_pieces, with_document, with_pieces, with_sentence

if TYPE_CHECKING:
    from expectations.expectation import Frames

_MAX_DAYS_SAID_AFTER_PUBLICATION = 1

_OPENING = "\"“„‟«»‹›‘‚'"
_CLOSING = "\"”“«»‹›’'"
_MAX_CHARACTERS_TO_MARK = 2
_PARAGRAPH_BREAK = "\n\n"


def with_facts(frames: Frames) -> pl.DataFrame:
    """`quotes` with what their documents, sentences and speakers' mentions say."""
    mentions = (
        frames["mentions"]
        .unique("mention_id", keep="first")
        .select(pl.col("mention_id").alias("speaker_mention_id"), pl.col("doc_id").alias("mention_doc_id"))
    )
    quotes = with_sentence(with_document(frames["quotes"], frames["documents"]), frames["sentences"])
    for spans in ("content_spans", "cue_spans", "speaker_spans"):
        quotes = with_pieces(quotes, spans)
    quotes = quotes.join(mentions, on="speaker_mention_id", how="left", maintain_order="left")
    return quotes.with_columns(
        _is_row_of(_overlapping(quotes)).not_().alias("speaker_is_apart"),
        _is_row_of(_outside_marks(quotes)).not_().alias("stands_in_marks"),
    )


def _is_row_of(rows: pl.Series) -> pl.Expr:
    return pl.int_range(pl.len()).is_in(rows.implode())


def _overlapping(quotes: pl.DataFrame) -> pl.Series:
    """The positions of the quotes whose speaker has a character in common with the content."""
    content = pieces(quotes, "content_spans").select("row", "start", "end")
    speaker = pieces(quotes, "speaker_spans").select("row", "start", "end")
    overlap = (pl.col("start") < pl.col("end_right")) & (pl.col("start_right") < pl.col("end"))
    return content.join(speaker, on="row").filter(overlap).get_column("row").unique()


def _outside_marks(quotes: pl.DataFrame) -> pl.Series:
    """The positions of the quotes with a piece of content that no quotation marks enclose.

    A piece is enclosed when a mark opens just before it or with it, when one closes with it or just
    after it, or when its paragraph has opened more marks before it than it has closed: the middle
    of a long quotation, or one that is never closed.
    """
    content = pieces(quotes, "content_spans")
    from_start = pl.max_horizontal(pl.col("start") - _MAX_CHARACTERS_TO_MARK, 0)
    text = pl.col("document_text")
    before = text.str.slice(from_start, pl.max_horizontal(pl.col("start") + 1 - from_start, 0))
    after = text.str.slice(pl.max_horizontal(pl.col("end") - 1, 0), _MAX_CHARACTERS_TO_MARK + 1)
    doubtful = content.filter(~(before.str.contains(f"[{_OPENING}]") | after.str.contains(f"[{_CLOSING}]")))
    paragraph = text.str.head(pl.max_horizontal(pl.col("start"), 0)).str.split(_PARAGRAPH_BREAK).list.last()
    n_opened, n_closed = paragraph.str.count_matches("[“„«]"), paragraph.str.count_matches("[”»]")
    is_open = (n_opened > n_closed) | (paragraph.str.count_matches('"') % 2 == 1)
    return doubtful.filter(~is_open).get_column("row").unique()


_HAS_NO_SPEAKER = pl.col("speaker").is_null()

EXPECTATIONS = (
    *row_id("quote_id", "q"),
    *sliced_pieces("content_spans", "content"),
    claim("content_spans", "content_has_a_piece", "is not empty", pl.col("content_spans").list.len() >= 1),
    *sliced_pieces("cue_spans", "cue"),
    *sliced_pieces("speaker_spans", "speaker"),
    claim(
        "content",
        "content_has_words",
        "has at least one letter or digit",
        pl.col("content").str.contains(r"[\p{L}\p{N}]"),
        Action.QUARANTINE,
    ),
    claim(
        "content_spans",
        "direct_content_stands_in_marks",
        "the content of a direct quote stands within quotation marks",
        (pl.col("kind") != "direct") | pl.col("stands_in_marks"),
        Action.QUARANTINE,
    ),
    claim(
        "speaker_spans",
        "speaker_is_apart_from_content",
        "speaker and content have no character in common",
        pl.col("speaker_is_apart"),
        Action.QUARANTINE,
    ),
    claim(
        "speaker_name",
        "only_speakers_are_named",
        "is null without a speaker, and so are its mention and entity",
        ~_HAS_NO_SPEAKER
        | (
            pl.col("speaker_name").is_null()
            & pl.col("speaker_mention_id").is_null()
            & pl.col("speaker_entity_id").is_null()
        ),
        Action.REPORT,
    ),
    claim(
        "speaker_mention_id",
        "speaker_mention_of_same_document",
        "is a mention of the same document",
        pl.col("mention_doc_id") == pl.col("doc_id"),
    ),
    claim(
        "sentence_no",
        "sentence_is_known",
        "is a sentence of the document",
        pl.col("sentence_start").is_not_null(),
    ),
    claim(
        "sentence_no",
        "content_begins_in_its_sentence",
        "is the sentence in which the content begins",
        pl.col("content_spans_start").is_between(
            pl.col("sentence_start"), pl.col("sentence_end"), closed="left"
        ),
        Action.REPORT,
    ),
    claim(
        "said_on",
        "said_before_publication",
        "is not later than the day after publication",
        (pl.col("said_on") - pl.col("document_published_on")).dt.total_days()
        <= _MAX_DAYS_SAID_AFTER_PUBLICATION,
        Action.REPORT,
    ),
    share("confidence"),
)
