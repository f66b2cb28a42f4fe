"""What a junk rule is, what its pattern says of the lines it can match, and the usual shapes of pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.vocabulary import JunkFamily

# Longer lines are paragraphs; the longest page notices that rules know stay below this.
MAX_RULE_CHARACTERS = 700
MIN_MENU_PHRASES = 3
# A paragraph may be one word long: "Yes," or No. Such a line is speech, not a button.
_SPOKEN = r"[\"“‘'«]"
_SENTENCE_SIGNS = frozenset('."”!')
_SENTENCE_END = r"(?<!\.\.)[.\"”!]"
# Letters outside ASCII that a pattern takes for a letter of ASCII when it ignores case.
_ODD_LETTERS = (("İ", "i"), ("ı", "i"), ("ſ", "s"), ("\u212a", "k"))
_FIRST_WORD = re.compile(r"[\W\d_]*+([^\W\d_]++)")


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A regular expression for whole lines, and hints at the lines that it can match.

    Where `in_small_letters` is set, the expression is given the line in small letters: that is three
    times as quick as to have it ignore case, which looks at every alternative.

    A hint is true of every line that matches, so that most lines need not be tried; `index.py` reads
    them. One left out hints at nothing. Words and pieces are compared in small letters.

    Attributes:
        regex: Matches the whole line.
        first_words: The first run of letters of the line is one of these; "" is a line without letters.
        needs: The line has at least one of these pieces.
        starts: The line begins with one of these.
        endings: The line ends in one of these.
        may_end_sentence: Whether a line that ends like a sentence can match.
        in_small_letters: Whether `regex` expects small letters.
    """

    regex: re.Pattern[str]
    first_words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    may_end_sentence: bool = True
    in_small_letters: bool = False

    @property
    def has_hints(self) -> bool:
        """Whether it hints at anything besides the end of a sentence."""
        return bool(self.first_words or self.needs or self.starts or self.endings)

    def matches(self, line: str) -> bool:
        """Whether the pattern matches the whole line."""
        return self.regex.fullmatch(small_letters(line) if self.in_small_letters else line) is not None

    def may_match(self, line: str) -> bool:
        """Whether the hints hold for the line: True is no promise, False is."""
        small = small_letters(line)
        return (
            (not self.first_words or first_word(small) in self.first_words)
            and (not self.needs or any(piece in small for piece in self.needs))
            and (not self.starts or small.startswith(self.starts))
            and (not self.endings or small.endswith(self.endings))
            and (self.may_end_sentence or not ends_sentence(line))
        )


@dataclass(frozen=True, slots=True)
class JunkRule:
    """Lines that are no part of any article, whatever stands around them.

    Attributes:
        name: What is published in `segments.rule`.
        family: The kind of junk.
        pattern: Matches the whole line.
        drops: Lines the rule must match.
        keeps: Lines that look alike and must stay.
        is_certain: Whether such lines are junk wherever they stand; else they are what their neighbours
            make of them, and the rule is evidence only.
    """

    name: str
    family: JunkFamily
    pattern: LinePattern
    drops: tuple[str, ...]
    keeps: tuple[str, ...]
    is_certain: bool = True

    def matches(self, line: str) -> bool:
        """Whether the line, stripped of white space, is junk by this rule."""
        return len(line) <= MAX_RULE_CHARACTERS and self.pattern.matches(line)


def only(*phrases: str) -> LinePattern:
    """A pattern for lines made of these phrases alone, with any signs and numbers around them.

    Case is ignored, and no line that is spoken or ends like a sentence matches. The groups are
    atomic and the longest phrase is tried first, so that a line of hundreds of phrases is read once.

    >>> only("share this", "tweet").matches("Tweet | Share this (12)")
    True
    >>> only("share this", "tweet").matches("Share this story of a tweet")
    False
    """
    return _made_of(phrases, "++")


def menu_of(*phrases: str) -> LinePattern:
    """A pattern as of `only`, for lines of so many phrases that no heading or reply can be meant.

    >>> menu_of("help", "about us", "jobs").matches("Help | Jobs | About us")
    True
    >>> menu_of("help", "about us", "jobs").matches("Help")
    False
    """
    return _made_of(phrases, f"{{{MIN_MENU_PHRASES},}}+")


def opening(*phrases: str) -> LinePattern:
    """A pattern for lines that begin with one of these phrases, whatever the case, and go on anyhow.

    A line in quotation marks is what somebody said.

    >>> opening("best viewed in").matches("» Best viewed in a browser with Flash")
    True
    """
    any_phrase = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    regex = re.compile(rf"(?!{_SPOKEN})[\W_]*+(?:{any_phrase})(?!\w).*")
    return LinePattern(regex, first_words=_first_words(phrases), in_small_letters=True)


def first_word(small: str) -> str:
    """The first run of letters of a line in small letters, "" where it has none.

    >>> first_word("12 comments (2 new)"), first_word("1 / 2")
    ('comments', '')
    """
    match = _FIRST_WORD.match(small)
    return match[1] if match else ""


def small_letters(line: str) -> str:
    """The line in small letters, the way that patterns ignore case.

    >>> small_letters("E-MAİL THIS \u212aey")
    'e-mail this key'
    """
    if line.isascii():
        return line.lower()
    for odd, plain in _ODD_LETTERS:
        line = line.replace(odd, plain)
    return line.lower()


def ends_sentence(line: str) -> bool:
    """Whether a line ends the way a sentence does, and neither a label nor a list that goes on.

    >>> ends_sentence("No."), ends_sentence("Read more..."), ends_sentence("Contact us")
    (True, False, False)
    """
    return line[-1:] in _SENTENCE_SIGNS and line[-3:-1] != ".."


def _made_of(phrases: tuple[str, ...], how_often: str) -> LinePattern:
    longest_first = sorted(phrases, key=len, reverse=True)
    any_phrase = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    regex = re.compile(
        rf"""
        (?! {_SPOKEN} )
        (?> [\W\d_]*+ (?> {any_phrase} ) \b ){how_often}   # signs and numbers, a phrase, and so on
        [\W\d_]*+ (?<! {_SENTENCE_END} )
        """,
        re.VERBOSE,
    )
    return LinePattern(
        regex, first_words=_first_words(phrases), may_end_sentence=False, in_small_letters=True
    )


def _first_words(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({first_word(small_letters(phrase)) for phrase in phrases}))
