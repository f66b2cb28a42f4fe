"""Pages of the cleaning gold in shapes that it has few of, for the line model to learn that they occur.

A scraper loses line breaks, or breaks a line after every sentence; a live blog has a stamp and buttons below
every entry. The words and what they are stay the same; only lines are joined, split, or said more often.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many paragraphs a line takes when line breaks are lost: a few, or all.
_PARAGRAPHS_A_LINE = (2, 3, 4, 8, 99)
# A shorter line is a heading or the like and stays by itself.
_MIN_PARAGRAPH_WORDS = 5
# What stands between paragraphs again and again: so many lines, each a button or a stamp.
_LINES_BETWEEN = (1, 2, 3)
_MAX_WORDS_BETWEEN = 6
_PARAGRAPHS_BETWEEN = (1, 2, 3, 4)
# How often it does stand there, and how often one of its lines is another than the last time.
_SHARES_BETWEEN = (0.3, 0.7, 1.0)
_CHANGED_SHARE = 0.3
_SENTENCE_END = re.compile(r"""(?<=[.!?]["”’)]|.[.!?])\s+(?=["“‘(]?[A-Z])""")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, whether a blank line stands above it, whether it is text of the article."""

    text: str
    follows_blank: bool
    is_body: bool


def in_other_shapes(lines: Sequence[Line], seed: str) -> Iterator[str]:
    """Two of three other shapes of a page, as raw text; none of one with fewer than three lines of article.

    Args:
        lines: The lines of the page in order.
        seed: What the choices depend on; the same shapes come for the same seed.
    """
    if sum(line.is_body for line in lines) < len(_SHAPES):
        return
    draw = random.Random(seed)
    for shape in draw.sample(_SHAPES, len(_SHAPES) - 1):
        yield "\n".join(f"\n{line.text}" if line.follows_blank else line.text for line in shape(lines, draw))


def joined(lines: Sequence[Line], draw: random.Random) -> list[Line]:
    """With paragraphs in one line that follow each other; for the longest lines whatever stands between."""
    at_most = draw.choice(_PARAGRAPHS_A_LINE)
    across_junk = at_most == _PARAGRAPHS_A_LINE[-1]
    shown: list[Line] = []
    last, n_joined = -1, at_most
    for line in lines:
        is_paragraph = line.is_body and len(line.text.split()) >= _MIN_PARAGRAPH_WORDS
        if is_paragraph and n_joined < at_most:
            shown[last] = replace(shown[last], text=f"{shown[last].text} {line.text}")
            n_joined += 1
            continue
        shown.append(line)
        if is_paragraph:
            last, n_joined = len(shown) - 1, 1
        elif not (line.is_body or across_junk):
            n_joined = at_most
    return shown


def split(lines: Sequence[Line], draw: random.Random) -> list[Line]:
    """With a line for every sentence of the article."""
    del draw
    return [
        replace(line, text=text)
        for line in lines
        for text in (_SENTENCE_END.split(line.text) if line.is_body else (line.text,))
    ]


def interleaved(lines: Sequence[Line], draw: random.Random) -> list[Line]:
    """With short lines of the page's junk after every paragraph, or every few."""
    short = [line.text for line in lines if not line.is_body and len(line.text.split()) <= _MAX_WORDS_BETWEEN]
    if not short:
        return list(lines)
    between = draw.sample(short, min(len(short), draw.choice(_LINES_BETWEEN)))
    step, share = draw.choice(_PARAGRAPHS_BETWEEN), draw.choice(_SHARES_BETWEEN)
    has_blanks = any(line.follows_blank for line in lines if line.is_body)
    shown: list[Line] = []
    n_body = 0
    for line in lines:
        shown.append(line)
        n_body += line.is_body
        if line.is_body and n_body % step == 0 and draw.random() < share:
            texts = (draw.choice(short) if draw.random() < _CHANGED_SHARE else text for text in between)
            shown += [Line(text, has_blanks, is_body=False) for text in texts]
    return shown


_SHAPES = (joined, split, interleaved)
