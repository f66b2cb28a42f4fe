"""When two names are the same: what is left of a name without its spelling variants."""

from __future__ import annotations

import polars as pl

from copydesk.entities.countries import Place, PlaceKind, known_place
from schemas.vocabulary import MentionForm, MentionLabel

PLACE = "PLACE"
"""Instead of GPE, LOC or FAC, which one place gets by turns."""

_PLACE_LABELS = (MentionLabel.GPE, MentionLabel.LOC, MentionLabel.FAC)
_MARK = r"[^\p{L}\p{N} ]"
_ARTICLE = r"^the "
_SUFFIX = r" (?:jr|sr|ii|iii|iv)$"
# "George W. Bush" and "George Bush" are one, "George H.W. Bush" is not: two initials make one word.
_MIDDLE_INITIAL = r"^(\S+)(?: \S)+ (\S+)$"
_ACRONYM = r"^[A-Z](?:\.?[A-Z])+\.?$"


def name_keys(names: pl.DataFrame) -> pl.DataFrame:
    """What each name is known under, whatever its spelling.

    Names of countries, their people and intergovernmental bodies count as one under all their forms
    ("U.S.", "United States"); a capital is not its country, nor are its people.

    Args:
        names: Distinct pairs of `text` and `label`.

    Returns:
        They and `label_key`, `key`, `last_word` and `n_words` of the normalised name; `is_known`, whether
        the lexicon has it; `is_acronym`, whether it abbreviates a country, better spelt out.
    """
    words = _words(pl.col("text"))
    is_person = pl.col("label") == MentionLabel.PERSON
    spelt = names.with_columns(words=pl.when(is_person).then(_person_words(words)).otherwise(words))
    known = spelt.join(_known_places(names), on="text", how="left")
    is_known = pl.col("known_key").is_not_null() & ~is_person
    is_place = pl.col("label").is_in(_PLACE_LABELS)
    squeezed = pl.col("words").str.replace_all(" ", "")
    return known.select(
        "text",
        "label",
        label_key=pl.when(is_known)
        .then("known_label_key")
        .otherwise(pl.when(is_place).then(pl.lit(PLACE)).otherwise("label")),
        key=pl.when(is_known).then("known_key").otherwise(squeezed),
        last_word=pl.col("words").str.extract(r"(\S+)$"),
        n_words=pl.when(pl.col("words") == "").then(0).otherwise(pl.col("words").str.count_matches(" ") + 1),
        is_known=is_known,
        is_acronym=is_known & is_place & pl.col("text").str.contains(_ACRONYM),
    ).filter(pl.col("key") != "")


def clustered_names(mentions: pl.DataFrame) -> pl.DataFrame:
    """The rows of the table `mentions` that are names of something in the world: no dates, no pronouns."""
    return mentions.filter(
        pl.col("form") == MentionForm.NAME,
        pl.col("label") != MentionLabel.DATE,
        pl.col("cluster_no").is_not_null(),
    )


def _words(text: pl.Expr) -> pl.Expr:
    """Lower case, without accents and marks, words apart by one space."""
    plain = text.str.normalize("NFKD").str.to_lowercase().str.replace_all(r"\s+", " ")
    return plain.str.replace_all(_MARK, "").str.strip_chars().str.replace(_ARTICLE, "")


def _person_words(words: pl.Expr) -> pl.Expr:
    return words.str.replace(_SUFFIX, "").str.replace(_MIDDLE_INITIAL, "$1 $2")


def _known_places(names: pl.DataFrame) -> pl.DataFrame:
    """`text`, `known_label_key` and `known_key` of the names that are in the lexicon of countries."""
    texts = names["text"].unique().to_list()
    places = [(text, place) for text in texts if (place := known_place(text)) is not None]
    rows = [(text, _place_label_key(place), _place_key(place)) for text, place in places]
    return pl.DataFrame(
        rows, schema={"text": pl.String, "known_label_key": pl.String, "known_key": pl.String}, orient="row"
    )


def _place_label_key(place: Place) -> str:
    return PLACE if place.label in _PLACE_LABELS else place.label


def _place_key(place: Place) -> str:
    return place.country if place.kind is PlaceKind.COUNTRY else place.key.lower()
