"""Loads the word lists beside it; nothing else opens them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

Lexicon = dict[str, dict[str, tuple[str, ...]]]


@cache
def lexicon(name: str) -> Lexicon:
    """The word lists of `<name>.toml`: section, then key, then words.

    A lexicon file has one shape: tables whose values are a word or a list of words. Shared between
    callers: read it, never change it.

    >>> lexicon("agencies")["Reuters"]["aliases"]
    ('Reuters', 'Thomson Reuters')

    Raises:
        FileNotFoundError: There is no such lexicon.
        TypeError: A value is neither a word nor a list of words.
    """
    loaded = tomllib.loads(resources.files("copydesk.lexicons").joinpath(f"{name}.toml").read_text("utf-8"))
    return {
        section: {key: _words(name, key, value) for key, value in keys.items()}
        for section, keys in loaded.items()
    }


@cache
def word_set(name: str, section: str) -> frozenset[str]:
    """The `words` of a section of `<name>.toml`, for looking words up.

    >>> "the" in word_set("function_words", "english")
    True
    """
    return frozenset(lexicon(name)[section]["words"])


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.psv`: fields between bars; lines that begin with "#" say where they are from.

    >>> rows("territories")[0]
    ('AFG', 'Afghanistan', 'Q889', 'Afghans')

    Raises:
        FileNotFoundError: There is no such table.
    """
    written = resources.files("copydesk.lexicons").joinpath(f"{name}.psv").read_text("utf-8")
    return tuple(tuple(line.split("|")) for line in written.splitlines() if not line.startswith("#"))


def _words(name: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    message = f"lexicon {name}: {key} is {value!r}, expected a word or a list of words"
    raise TypeError(message)
