"""Which language an article is written in."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
# The identifier needs a sentence or two, and learns nothing from a second page.
MIN_LANGUAGE_LETTERS = 20
MAX_LANGUAGE_CHARACTERS = 4_000
# Most texts are English, and show it in their first paragraphs.
OPENING_CHARACTERS = 1_000
# The identifier's time grows with the text. Stretches from all over the text, so
# that neither a foreign quotation at the top nor a credit at the bottom speaks for the whole.
N_STRETCHES = 4
STRETCH_CHARACTERS = 60
# Names from elsewhere lead the identifier astray where the text is short. Running English has one of
# these words in about fifty bytes; no other language has them, but in a title that it quotes. Bytes, as
# a page of Chinese has few characters.
_ENGLISH_WORD = re.compile(
    r"""
    \b(?:
      the|and|that|this|which|who      # not "of", "was" and "had", which are Dutch too
    | with|from|after|would|were|said
    | his|their|they
    )\b
    """,
    re.VERBOSE,
)
MAX_BYTES_PER_ENGLISH_WORD = 75
MIN_ENGLISH_WORDS = 3


def find_language(text: str) -> str | None:
    """Find the language of a text: an ISO 639-1 code, or None where there is too little text.

    >>> find_language("The ministers met in Geneva to talk about arms control."), find_language("Ja.")
    ('en', None)
    """
    beginning = text[:MAX_LANGUAGE_CHARACTERS]
    if not _has_enough_letters(beginning):
        return None
    if _has_english_words(text[:OPENING_CHARACTERS]):
        return ENGLISH
    stretches = _stretches(text)
    language = _identified(stretches)
    if language == ENGLISH:
        return ENGLISH
    # What English there is to extract is worth a longer look.
    if stretches != beginning:
        language = _identified(beginning)
    return ENGLISH if _has_english_words(beginning) else language


def _has_enough_letters(text: str) -> bool:
    letters = filter(str.isalpha, text)
    return next(islice(letters, MIN_LANGUAGE_LETTERS - 1, None), None) is not None


def _stretches(text: str) -> str:
    if len(text) <= N_STRETCHES * STRETCH_CHARACTERS:
        return text
    step = (len(text) - STRETCH_CHARACTERS) // (N_STRETCHES - 1)
    starts = range(0, N_STRETCHES * step, step)
    return " ".join(text[start : start + STRETCH_CHARACTERS] for start in starts)


def _has_english_words(text: str) -> bool:
    n_words = len(_ENGLISH_WORD.findall(text.lower()))
    n_bytes = len(text.encode("utf-8", errors="replace"))
    return n_words >= MIN_ENGLISH_WORDS and n_bytes <= MAX_BYTES_PER_ENGLISH_WORD * n_words


def _identified(text: str) -> str:
    language: str = _identifier().classify(text)[0]
    return language


@cache
def _identifier() -> LanguageIdentifier:
    """The identifier of py3langid with the languages that ISO 639-1 has a code for.

    An instance of our own: narrowing the library's shared one would change it for everybody.
    """
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages([code for code in identifier.labels if len(code) == len(ENGLISH)])
    return identifier
