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
# An update keeps most of the earlier version, and a version is no mere excerpt of the other.
MIN_CONTAINED_SHARE = 0.8
MIN_LENGTH_SHARE = 0.5

# 32 bands of 4 rows find 99.9 % of the pairs at a Jaccard of 0.67 and 87 % at 0.5, where updates lie.
N_BANDS = 32
BAND_ROWS = 4
MINHASH_SEED = 42
# Signatures are made for so many articles at a time, to bound the Python numbers alive at once.
BATCH_DOCUMENTS = 10_000
N_NEIGHBOURS = 5

_SIGNATURE = pl.Schema(
    {name: pl.UInt32() for name in ["item", *(f"hash_{no}" for no in range(N_BANDS * BAND_ROWS))]}
)


def duplicate_originals(documents: pl.DataFrame) -> pl.DataFrame:
    """Find for every article that repeats another the one to count.

    Of several versions that is the latest; then the longest; then the first by path and id.

    Returns:
        `doc_id` and `duplicate_of`, one row for each article; null where it is itself to be counted.
    """
    ranked = documents.select(
        "doc_id",
        "published_on",
        "source_path",
        "source_record",
        "text",
        length=pl.col("text").str.len_chars(),
    ).sort(
        "published_on",
        "length",
        "source_path",
        "source_record",
        "doc_id",
        descending=[True, True, False, False, False],
        nulls_last=True,
    )
    # Numbered best first: the smallest number of a component is the one to count.
    numbered = ranked.with_row_index("item").select("item", "doc_id", words=normal_words(pl.col("text")))
    pairs = pl.concat([_identical_pairs(numbered), _similar_pairs(numbered)])
    kept = connected_components(numbered.height, pairs.rows())
    return numbered.select(
        "doc_id",
        duplicate_of=pl.when(pl.col("item") != pl.Series(kept, dtype=pl.UInt32)).then(
            pl.col("doc_id").gather(pl.Series(kept, dtype=pl.UInt32))
        ),
    )


def _identical_pairs(numbered: pl.DataFrame) -> pl.DataFrame:
    """Each article whose words are another's, with the first one that has them."""
    first = pl.col("item").min().over(pl.col("words").list.join(" "))
    return (
        numbered.filter(pl.col("words").list.len() > 0)
        .select(left=first, right="item")
        .filter(pl.col("left") != pl.col("right"))
    )


def _similar_pairs(numbered: pl.DataFrame) -> pl.DataFrame:
    shingled = numbered.select("item", shingles=shingles(pl.col("words"), SHINGLE_WORDS)).filter(
        pl.col("shingles").list.len() >= MIN_SHINGLES
    )
    n_left, n_right = pl.col("shingles").list.len(), pl.col("shingles_right").list.len()
    n_shared = pl.col("shingles").list.set_intersection("shingles_right").list.len()
    shorter, longer = pl.min_horizontal(n_left, n_right), pl.max_horizontal(n_left, n_right)
    is_repeated = n_shared >= MIN_JACCARD * (n_left + n_right - n_shared)
    is_update = (n_shared >= MIN_CONTAINED_SHARE * shorter) & (shorter >= MIN_LENGTH_SHARE * longer)
    candidates = neighbour_pairs(_bands(shingled), N_NEIGHBOURS)
    return with_both(candidates, shingled).filter(is_repeated | is_update).select("left", "right")


def _bands(shingled: pl.DataFrame) -> pl.DataFrame:
    """The MinHash signature of every article, cut into bands: similar articles share one or more."""
    batches = [_signatures(batch) for batch in shingled.iter_slices(BATCH_DOCUMENTS)]
    signatures = pl.concat([pl.DataFrame(schema=_SIGNATURE), *batches])
    return pl.concat(
        [
            signatures.select(
                "item",
                band=pl.lit(band, dtype=pl.UInt8),
                **{f"row_{row}": pl.col(f"hash_{band * BAND_ROWS + row}") for row in range(BAND_ROWS)},
            )
            for band in range(N_BANDS)
        ]
    )


def _signatures(shingled: pl.DataFrame) -> pl.DataFrame:
    # rensa has no business in `import copydesk`.
    from rensa import RMinHash

    hashes = RMinHash.digest_matrix_from_token_hash_sets(
        shingled["shingles"].to_list(), N_BANDS * BAND_ROWS, MINHASH_SEED
    ).to_rows()
    rows = pl.DataFrame(hashes, schema=[name for name in _SIGNATURE if name != "item"], orient="row")
    return pl.concat([shingled.select("item"), rows], how="horizontal").cast(_SIGNATURE)
