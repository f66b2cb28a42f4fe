"""What a line looks like: the features of one line that classification goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copydesk.lexicons import word_set

# Words that prose cannot do without and menus, headlines and lists of names hardly have.
FUNCTION_WORDS = word_set("function_words", "english")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Scripts without blanks between words: two characters stand for a word.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_SENTENCE_END = re.compile(r"""[.!?…。！？][\s"'”’»)\]]*$""")

# From this many words on, a line that ends like a sentence is taken for prose.
MIN_PROSE_WORDS = 8
MAX_HEADLINE_WORDS = 25
# Only as much of a line is looked at as is needed to know it for a paragraph.
_MAX_SHAPE_CHARACTERS = 400
_N_ENDING_CHARACTERS = 12
# Classification asks for the shape of a line several times.
_N_KEPT_SHAPES = 1024


@dataclass(frozen=True, slots=True)
class LineShape:
    """Features of one line.

    Attributes:
        n_words: Words in it, of its first 400 characters.
        n_function_words: English function words among them.
        capitalised_share: Share of the other words that begin with a capital, 0-1.
        ends_sentence: Whether it closes with sentence punctuation, quotation marks aside.
        ends_open: Whether it closes with a colon, comma or semicolon: more was meant to follow.
    """

    n_words: int
    n_function_words: int
    capitalised_share: float
    ends_sentence: bool
    ends_open: bool

    @property
    def is_headline_like(self) -> bool:
        """Whether it could be a headline: several words, no full stop expected."""
        return 3 <= self.n_words <= MAX_HEADLINE_WORDS and not self.ends_open

    @property
    def is_menu(self) -> bool:
        """Whether it is a row of names without grammar: four words or more, all capitalised."""
        return (
            self.n_words >= 4
            and not self.ends_sentence
            and self.n_function_words == 0
            and self.capitalised_share > 0.9
        )


def line_shape(line: str) -> LineShape:
    """The features of a line.

    >>> line_shape("Americas Africa Europe Middle East").is_menu
    True
    >>> line_shape("Ivanov said Moscow was ready to talk about missiles.").ends_sentence
    True
    """
    return _shape_of(line[:_MAX_SHAPE_CHARACTERS], line[-_N_ENDING_CHARACTERS:])


@lru_cache(_N_KEPT_SHAPES)
def _shape_of(shown: str, ending: str) -> LineShape:
    words = _WORD.findall(shown)
    content = [word for word in words if word.lower() not in FUNCTION_WORDS]
    n_unspaced = 0 if shown.isascii() else len(_UNSPACED.findall(shown))
    return LineShape(
        n_words=max(len(words), n_unspaced // 2),
        n_function_words=len(words) - len(content),
        capitalised_share=sum([word[0].isupper() or word[0].isdigit() for word in content])
        / max(len(content), 1),
        ends_sentence=_SENTENCE_END.search(ending) is not None,
        ends_open=ending.endswith((":", ",", ";")),
    )


def content_words(line: str) -> frozenset[str]:
    """The words of a line that carry its subject, in lower case."""
    return frozenset(map(str.lower, set(_WORD.findall(line)))) - FUNCTION_WORDS
