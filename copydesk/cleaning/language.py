"""Which language an article is written in."""

from __future__ import annotations

# The identifier needs a sentence or two, and learns nothing from a second page.
MIN_LANGUAGE_LETTERS = 20
MAX_LANGUAGE_CHARACTERS = 4_000


def find_language(text: str) -> str | None:
    """Find the language of a text: an ISO 639-1 code, or None where there is too little text.

    >>> find_language("The ministers met in Geneva to talk about arms control."), find_language("Ja.")
    ('en', None)
    """
    import py3langid

    sample = text[:MAX_LANGUAGE_CHARACTERS]
    if sum(character.isalpha() for character in sample) < MIN_LANGUAGE_LETTERS:
        return None
    code: str = py3langid.classify(sample)[0]
    return code
