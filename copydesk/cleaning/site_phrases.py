"""What a site says of itself in its furniture: "About X", "Follow X on", "X newsletter", "told X".

All lines are searched at once: for the words of each phrase first, for a name beside them then.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NAME_WORDS = 5
# Further back no name behind which a phrase stands can begin.
MAX_CHARACTERS_BEFORE = 60
_PHRASES = lexicon("site_words")["phrases"]
_NAME_WORD = r"(?:[A-Z]|\d+[A-Za-z])[\w.'’&+-]*"
_NAME = re.compile(
    rf"""
    (?P<name> (?:[Tt]he[ ])? {_NAME_WORD} (?:[ ](?:{_NAME_WORD}|[&+|]|of|and|the|to|for|on)){{0,4}}? )
    (?= [ ]* (?: $ | [|,.!:»›’'?)\n] | [ ](?:[Oo]n|[Aa]pp|[Vv]ia|[Ff]or|[Bb]y|[Ii]n)\b
      | [ ](?:[Nn]ewsletters?|[Dd]elivered|[Hh]ome|[Tt]oday|[Ss]taff|[Tt]eam|[Ii]s|[Rr]eporters?)\b ) )
    """,
    re.VERBOSE,
)
_NAME_BEFORE = re.compile(
    rf"(?:^|[ (])(?P<name>(?:[Tt]he[ ])?{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[&+]|of|and|the)){{0,3}})$  # last words",
    re.VERBOSE,
)
# Words with a capital that begin a line or a button before the name: "Follow", "Get", "See all".
_LEADING = frozenset(_PHRASES["leading_words"])


def names_behind_phrases(text: str) -> Iterator[tuple[str, bool]]:
    """Find the names behind phrases, and whether the phrase begins its line.

    >>> list(names_behind_phrases("About Valley Post\\nClick here to follow Hill Times on Facebook"))
    [('Valley Post', True), ('Hill Times', False)]
    """
    lowered = _same_length(text)
    for phrase in _PHRASES["before_names"]:
        yield from _behind(text, lowered, f"{phrase} ")


def names_told(text: str) -> Iterator[str]:
    """Find whom somebody told what the article says: it may be the outlet itself.

    >>> list(names_told("The mayor told the Valley Post on Monday."))
    ['Valley Post']
    """
    for name, _ in _behind(text, text, "told "):
        yield name.removeprefix("the ").removeprefix("The ")


def names_before_phrases(text: str) -> Iterator[str]:
    """Find the names before phrases.

    >>> list(names_before_phrases("Sign up for the Valley Post newsletter"))
    ['Valley Post']
    """
    lowered = _same_length(text)
    for phrase in _PHRASES["behind_names"]:
        start = lowered.find(f" {phrase}")
        while start >= 0:
            end = start + 1 + len(phrase)
            if not lowered[end : end + 1].isalnum():
                name = _name_before(text, start)
                if name is not None:
                    yield name
            start = lowered.find(f" {phrase}", end)


def _behind(text: str, lowered: str, phrase: str) -> Iterator[tuple[str, bool]]:
    start = lowered.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        before = text[start - 1] if start else "\n"
        match = None if before.isalnum() else _NAME.match(text, end)
        if match is not None:
            yield match["name"], before == "\n"
        start = lowered.find(phrase, end)


def _name_before(text: str, end: int) -> str | None:
    start = max(text.rfind("\n", 0, end) + 1, end - MAX_CHARACTERS_BEFORE)
    match = _NAME_BEFORE.search(text[start:end])
    if match is None:
        return None
    words = match["name"].split()
    while words and words[0] in _leading_words():
        del words[0]
    return " ".join(words) or None


@cache
def _leading_words() -> frozenset[str]:
    return _LEADING | {word.capitalize() for word in _LEADING} | {word.upper() for word in _LEADING}


def _same_length(text: str) -> str:
    """The text in small letters, each at its place; few letters change their number with their case."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join([letter.lower()[:1] for letter in text])
