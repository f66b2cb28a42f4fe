"""Words as the corpus stage compares them: Polars expressions, and what a shared word weighs."""

from __future__ import annotations

import polars as pl

from copydesk.lexicons import lexicon

_WORD = r"[\p{L}\p{N}]+"
# In contractions and abbreviations these stand inside one word: "don't", "U.S.".
_INNER_MARK = r"['’.]"
MIN_WORD_CHARACTERS = 3

# A weight is -log2 of how common a word is, in thousandths: whole numbers add up the same in any order.
WEIGHT_UNIT = 1000
# Beyond one text in so many, rarer means misspelt or made up rather than telling.
MAX_RARITY = 1000


def normal_words(text: pl.Expr) -> pl.Expr:
    """The words of a text in lower case, a list in the order of the text.

    >>> pl.select(normal_words(pl.lit("“It's the U.S.,” he said."))).item().to_list()
    ['its', 'the', 'us', 'he', 'said']
    """
    return text.str.to_lowercase().str.replace_all(_INNER_MARK, "").str.extract_all(_WORD)


def content_words(text: pl.Expr) -> pl.Expr:
    """The words of a text that tell what it is about, a list without order or repetition.

    >>> pl.select(content_words(pl.lit("He gave her the red button, very red."))).item().sort().to_list()
    ['button', 'gave', 'red']
    """
    common_words = list(lexicon("common_words")["words"]["english"])
    words = normal_words(text).list.unique()
    short = pl.element().str.len_chars() < MIN_WORD_CHARACTERS
    return words.list.eval(pl.element().filter(~short & ~pl.element().is_in(common_words)))


def shingles(words: pl.Expr, size: int) -> pl.Expr:
    """Hashes of every `size` neighbouring words of a list of words; empty where there are fewer.

    The hash is Polars' own: the same in every run of one version, no more is asked of it.
    """
    neighbours = pl.concat_str([pl.element().shift(-step) for step in range(size)], separator=" ")
    return words.list.eval(neighbours.drop_nulls().hash()).list.unique()


def word_weights(words: pl.DataFrame, n_texts: int) -> pl.DataFrame:
    """What each word weighs: the rarer among the texts, the more.

    Args:
        words: One row for a `word` in a text.
        n_texts: Number of texts.

    Returns:
        `word`, `n_texts_with` and `weight`, a whole number of 1/WEIGHT_UNIT bits, never below 1 bit.
    """
    rarity = 1 + n_texts / pl.col("n_texts_with").clip(lower_bound=n_texts / MAX_RARITY)
    return (
        words.group_by("word")
        .agg(n_texts_with=pl.len())
        .with_columns(weight=(rarity.log(2) * WEIGHT_UNIT).round().cast(pl.Int64))
    )
