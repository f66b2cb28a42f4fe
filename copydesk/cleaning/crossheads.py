"""Headings between the paragraphs of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Longer headings are nearly sentences; numbered ones are entries of a list.
MAX_CROSSHEAD_WORDS = 4
# More of them are the headings of a guide's or a list's sections, which are its text.
MAX_CROSSHEADS = 3
MIN_PARAGRAPH_WORDS = 8
# How a paragraph ends; a heading may end in a quotation mark, but in none of the others.
_QUOTE_MARKS = "\"”'’"
_ENDS = (".", "!", "?", ":", ";", ",", "…", "»", ")", "。", "！", "？")
PARAGRAPH_ENDS = (*_ENDS, *_QUOTE_MARKS)


def find_crossheads(texts: Sequence[str]) -> list[int]:
    """Find the paragraphs that are headings between two others; none where there are more than of a report.

    >>> paragraph = "Talks on the treaty will resume in Geneva in May."
    >>> find_crossheads([paragraph, "A long wait", paragraph])
    [1]
    """
    places = [place for place in range(1, len(texts) - 1) if _is_crosshead(texts, place)]
    return places if len(places) <= MAX_CROSSHEADS else []


def is_paragraph(text: str) -> bool:
    """Whether a line has the words and the end of a paragraph.

    >>> is_paragraph("Talks on the treaty will resume in Geneva in May."), is_paragraph("Talks resume.")
    (True, False)
    """
    n_words = len(text.split(None, MIN_PARAGRAPH_WORDS))
    return n_words >= MIN_PARAGRAPH_WORDS and text.endswith(PARAGRAPH_ENDS)


def ends_like_sentence(text: str) -> bool:
    """Whether a line closes with the sign of a sentence or of a part of one, quotation marks aside.

    >>> ends_like_sentence('"Talks resume."'), ends_like_sentence('"Talks resume"')
    (True, False)
    """
    return text.rstrip(_QUOTE_MARKS).endswith(_ENDS)


def _is_crosshead(texts: Sequence[str], place: int) -> bool:
    """Whether a paragraph's text is a heading between two others."""
    return _is_heading(texts[place]) and is_paragraph(texts[place - 1]) and is_paragraph(texts[place + 1])


def _is_heading(text: str) -> bool:
    """Whether a line can be a crosshead: short, no sentence, no number."""
    is_short = len(text.split(None, MAX_CROSSHEAD_WORDS)) <= MAX_CROSSHEAD_WORDS
    return is_short and not ends_like_sentence(text) and not any(map(str.isdigit, text))
