"""The same article twice: identical once normalised, nearly identical, or one an update of the other."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.candidates import neighbour_pairs, with_both
from copydesk.corpus.components import connected_components
from copydesk.corpus.words import normal_words, shingles

SHINGLE_WORDS = 5
# Fewer shingles than this (a list of results, a one-line item) are alike too easily: only identity counts.
MIN_SHINGLES = 20
MIN_JACCARD = 0.85
# In a short article a word changed here and there breaks many shingles and leaves the words the same.
MIN_EDITED_JACCARD = 0.7
MIN_EDITED_WORDS_JACCARD = 0.9
# A version of an article is no mere excerpt of the other: the shorter one is all in the longer one,
MIN_LENGTH_SHARE = 0.5
MIN_CONTAINED_SHARE = 0.95
# or most of it, as an update has a new beginning. Then both have text of their own, and so have short
# items that share closing lines, and weekly columns: an update is longer, and follows within days.
MIN_UPDATE_CONTAINED_SHARE = 0.8
MIN_UPDATE_SHINGLES = 150
MAX_UPDATE_DAYS_APART = 7
# Reports of one form, day after day (markets, weather, results), differ in little but their numbers.
# An update changes some numbers too, the count of the dead and the hour, and keeps most.
MIN_NUMBERS = 4
MIN_SHARED_NUMBERS_SHARE = 0.5

# 32 bands of 4 rows find 99.9 % of the pairs at a Jaccard of 0.67 and 87 % at 0.5, where updates lie.
N_BANDS = 32
BAND_ROWS = 4
MINHASH_SEED = 42
# So many articles are taken at a time, to bound the strings and the Python numbers alive at once.
BATCH_DOCUMENTS = 2_000
# So many pairs are compared at a time, since each carries the shingles of both articles.
BATCH_PAIRS = 10_000
N_NEIGHBOURS = 5

_NUMBER = "^[0-9]+$"
_SIGNATURE = pl.Schema(
    {name: pl.UInt32() for name in ["item", *(f"hash_{no}" for no in range(N_BANDS * BAND_ROWS))]}
)


def duplicate_originals(documents: pl.DataFrame) -> pl.DataFrame:
    """Find for every article that repeats another the one to count.

    Of several versions that is the latest, by day and then by time; then the longest; then the first by
    path and id.

    Returns:
        `doc_id` and `duplicate_of`, one row for each article; null where it is itself to be counted.
    """
    ranked = documents.select(
        "doc_id",
        "published_on",
        "published_at",
        "source_path",
        "source_record",
        "text",
        length=pl.col("text").str.len_chars(),
    ).sort(
        "published_on",
        "published_at",
        "length",
        "source_path",
        "source_record",
        "doc_id",
        descending=[True, True, True, False, False, False],
        nulls_last=True,
    )
    # Numbered best first: the smallest number of a component is the one to count.
    numbered = ranked.with_row_index("item")
    features = pl.concat([_features(batch) for batch in _batches(numbered, BATCH_DOCUMENTS)])
    pairs = pl.concat([_identical_pairs(features), _similar_pairs(features)])
    kept = connected_components(numbered.height, pairs.rows())
    return numbered.select(
        "doc_id",
        duplicate_of=pl.when(pl.col("item") != pl.Series(kept, dtype=pl.UInt32)).then(
            pl.col("doc_id").gather(pl.Series(kept, dtype=pl.UInt32))
        ),
    )


def _batches(frame: pl.DataFrame, n_rows: int) -> list[pl.DataFrame]:
    """Slices of so many rows, one where there is none."""
    return [frame.slice(start, n_rows) for start in range(0, max(frame.height, 1), n_rows)]


def _features(numbered: pl.DataFrame) -> pl.DataFrame:
    """What articles are compared by; of words only their hashes are kept, as they take less memory."""
    words = pl.col("words")
    return numbered.select("item", "published_on", words=normal_words(pl.col("text"))).select(
        "item",
        "published_on",
        n_words=words.list.len(),
        all_words=words.list.join(" ").hash(),
        shingles=shingles(words, SHINGLE_WORDS),
        words=words.list.eval(pl.element().hash()).list.unique(),
        numbers=words.list.eval(pl.element().filter(pl.element().str.contains(_NUMBER)).hash()).list.unique(),
    )


def _identical_pairs(features: pl.DataFrame) -> pl.DataFrame:
    """Each article whose words are another's, with the first one that has them."""
    first = pl.col("item").min().over("all_words")
    return (
        features.filter(pl.col("n_words") > 0)
        .select(left=first, right="item")
        .filter(pl.col("left") != pl.col("right"))
    )


def _similar_pairs(features: pl.DataFrame) -> pl.DataFrame:
    comparable = features.filter(pl.col("shingles").list.len() >= MIN_SHINGLES)
    candidates = _candidates(_signatures(comparable))
    return pl.concat(
        [
            with_both(batch, comparable).filter(_is_same()).select("left", "right")
            for batch in _batches(candidates, BATCH_PAIRS)
        ]
    )


def _is_same() -> pl.Expr:
    is_edited = _is_alike("shingles", MIN_EDITED_JACCARD) & _is_alike("words", MIN_EDITED_WORDS_JACCARD)
    is_repeated = _is_alike("shingles", MIN_JACCARD) | is_edited
    return (is_repeated | _is_version() | _is_update()) & ~_has_other_numbers()


def _is_alike(column: str, min_jaccard: float) -> pl.Expr:
    n_left, n_right = pl.col(column).list.len(), pl.col(f"{column}_right").list.len()
    n_shared = _n_shared(column)
    return n_shared >= min_jaccard * (n_left + n_right - n_shared)


def _is_version() -> pl.Expr:
    shorter, longer = _shorter_and_longer("shingles")
    is_long_enough = shorter >= MIN_LENGTH_SHARE * longer
    return is_long_enough & (_n_shared("shingles") >= MIN_CONTAINED_SHARE * shorter)


def _is_update() -> pl.Expr:
    shorter, longer = _shorter_and_longer("shingles")
    is_long_enough = (shorter >= MIN_LENGTH_SHARE * longer) & (shorter >= MIN_UPDATE_SHINGLES)
    days_apart = (pl.col("published_on") - pl.col("published_on_right")).dt.total_days().abs()
    is_near = days_apart.fill_null(0) <= MAX_UPDATE_DAYS_APART
    return is_long_enough & is_near & (_n_shared("shingles") >= MIN_UPDATE_CONTAINED_SHARE * shorter)


def _n_shared(column: str) -> pl.Expr:
    return pl.col(column).list.set_intersection(f"{column}_right").list.len()


def _shorter_and_longer(column: str) -> tuple[pl.Expr, pl.Expr]:
    lengths = pl.col(column).list.len(), pl.col(f"{column}_right").list.len()
    return pl.min_horizontal(*lengths), pl.max_horizontal(*lengths)


def _has_other_numbers() -> pl.Expr:
    """Whether both articles of a pair give numbers, and for the most part not the same ones."""
    fewer, _ = _shorter_and_longer("numbers")
    return (fewer >= MIN_NUMBERS) & (_n_shared("numbers") < MIN_SHARED_NUMBERS_SHARE * fewer)


def _candidates(signatures: pl.DataFrame) -> pl.DataFrame:
    """The pairs `left` < `right` whose signatures share a band: alike articles have one or more the same."""
    # One band after the other: together they would take the memory of all of them.
    pairs = [
        neighbour_pairs(
            signatures.select("item", pl.nth(range(1 + band * BAND_ROWS, 1 + (band + 1) * BAND_ROWS))),
            N_NEIGHBOURS,
        ).select("left", "right")
        for band in range(N_BANDS)
    ]
    return pl.concat(pairs).unique().sort("left", "right")


def _signatures(shingled: pl.DataFrame) -> pl.DataFrame:
    """`item` and its MinHash signature."""
    return pl.concat([_batch_signatures(batch) for batch in _batches(shingled, BATCH_DOCUMENTS)])


def _batch_signatures(shingled: pl.DataFrame) -> pl.DataFrame:
    # rensa has no business in `import copydesk`.
    from rensa import RMinHash

    hashes = RMinHash.digest_matrix_from_token_hash_sets(
        shingled["shingles"].to_list(), N_BANDS * BAND_ROWS, MINHASH_SEED
    ).to_rows()
    rows = pl.DataFrame(hashes, schema=[name for name in _SIGNATURE if name != "item"], orient="row")
    return pl.concat([shingled.select("item"), rows], how="horizontal").cast(_SIGNATURE)
