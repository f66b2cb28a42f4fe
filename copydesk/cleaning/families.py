"""The kind of junk that a line is by its looks, where no rule knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from schemas.vocabulary import JunkFamily

if TYPE_CHECKING:
    from copydesk.cleaning.line_features import LineFeatures

_FAMILIES = (JunkFamily.TEASER, JunkFamily.NAVIGATION, JunkFamily.RELATED_LINK)
# Without a sign at its end a teaser must be longer to be told from a headline.
MIN_TEASER_WORDS, MIN_OPEN_TEASER_WORDS = 8, 20
MIN_MENU_WORDS = 4
# Parts of words with hyphens and apostrophes count.
MIN_HEADLINE_WORDS, MAX_HEADLINE_WORDS = 4, 25


def likely_families(looks: LineFeatures) -> list[JunkFamily]:
    """The family that each line would be of if the model dropped it, by its looks."""
    n_words, has_grammar = looks.n_words, looks.has_function_words
    is_closed = looks.ends_sentence | looks.ends_open
    is_prose = (n_words >= MIN_TEASER_WORDS) & np.where(
        is_closed, has_grammar | (looks.capitals < 0.5), has_grammar & (n_words >= MIN_OPEN_TEASER_WORDS)
    )
    is_menu = (n_words >= MIN_MENU_WORDS) & ~looks.ends_sentence & ~has_grammar & (looks.capitals > 0.9)
    is_headline = (n_words >= MIN_HEADLINE_WORDS) & (n_words <= MAX_HEADLINE_WORDS) & ~looks.ends_open
    places = np.select((is_prose, is_menu | ~is_headline), (0, 1), default=2)
    return [_FAMILIES[place] for place in places.tolist()]
