"""What a site says of itself in its furniture: "About X", "Follow X on", "X newsletter".

All lines are searched at once: for the words of each phrase first, for a name beside them then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import filterfalse
from typing import TYPE_CHECKING

from copydesk.lexicons import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    rf"""
    (?:^|[ (]) (?P<name> (?:[Tt]he[ ])? {_NAME_WORD} (?:[ ](?:{_NAME_WORD}|[&+]|of|and|the)){{0,3}} ) $
    """,
    re.VERBOSE,
)
# Words with a capital that begin a line or a button before the name: "Follow", "Get", "See all".
_LEADING = frozenset(_PHRASES["leading_words"])


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of a page that are no article.

    Attributes:
        text: The lines, joined.
        lowered: The same in small letters between two line ends, every letter one place further on.
        words: What stands between blanks in it.
        mixed_words: Those of the words that are not letters and digits alone, joined.
    """

    text: str
    lowered: str
    words: frozenset[str]
    mixed_words: str

    def may_have(self, words: Sequence[str]) -> bool:
        """Whether words may stand there in a row, behind another one: most are not there at all.

        What closes the last of them may be a full stop or a comma.
        """
        if not words:
            return True
        has_last = words[-1] in self.words or words[-1] in self.mixed_words
        return has_last and self.words.issuperset(words[:-1])


def furniture_of(lines: Sequence[str]) -> Furniture:
    """Join the lines of a page's furniture."""
    text = "\n".join(lines)
    lowered = text.lower()
    if len(lowered) != len(text):
        # Few letters change their number with their case.
        lowered = "".join([letter.lower()[:1] for letter in text])
    words = frozenset(lowered.split())
    return Furniture(text, f"\n{lowered}\n", words, " ".join(filterfalse(str.isalnum, words)))


def names_behind_phrases(furniture: Furniture) -> Iterator[tuple[str, bool]]:
    """Find the names behind phrases, and whether the phrase begins its line.

    >>> lines = ["About Valley Post", "Click here to follow Hill Times on Facebook"]
    >>> list(names_behind_phrases(furniture_of(lines)))
    [('Valley Post', True), ('Hill Times', False)]
    """
    for phrase, first_word, others in _words_of_phrases("before_names"):
        if first_word in furniture.words and furniture.words.issuperset(others):
            yield from _behind(furniture.text, furniture.lowered, f"{phrase} ")


def names_before_phrases(furniture: Furniture) -> Iterator[str]:
    """Find the names before phrases.

    >>> list(names_before_phrases(furniture_of(["Sign up for the Valley Post newsletter"])))
    ['Valley Post']
    """
    for phrase, first_word, others in _words_of_phrases("behind_names"):
        if first_word in furniture.words and furniture.may_have(others):
            yield from _before(furniture.text, furniture.lowered, f" {phrase}")


def _before(text: str, lowered: str, phrase: str) -> Iterator[str]:
    start = lowered.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        name = None if lowered[end].isalnum() else _name_before(text, start - 1)
        if name is not None:
            yield name
        start = lowered.find(phrase, end)


@cache
def _words_of_phrases(place: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The phrases of a place, each with its first word and the others: most phrases are on no page."""
    words = [(phrase, phrase.split()) for phrase in _PHRASES[place]]
    return tuple((phrase, first, tuple(others)) for phrase, (first, *others) in words)


def _behind(text: str, lowered: str, phrase: str) -> Iterator[tuple[str, bool]]:
    start = lowered.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        before = lowered[start - 1]
        match = None if before.isalnum() else _NAME.match(text, end - 1)
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
