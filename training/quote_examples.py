"""The quote gold as examples for the tagger: windows of subwords, their tags, and what belongs to what."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality_gold import gold_folder
from copydesk.quotes.reading import MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import MAX_WINDOW, load_tokenizer, number_of, packed, range_of, read_subwords
from copydesk.quotes.tags import ROLES, Stretch, tags_of
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from copydesk.quotes.subwords import Ids, Subwords

IGNORED = -100
"""The target of what is not judged, as PyTorch has it."""
NOWHERE = -1
"""The target of a link to something that the text does not have."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GOLD_KEYS = {"speaker": "source", "cue": "cue", "content": "content"}
_MIN_WINDOW = 96
_MASKED_WORD_SHARE = 0.06
_SINGLE_MARKS_SHARE = 0.08
_STRAIGHT_MARKS_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Example:
    """One article.

    Attributes:
        name: The gold's name of it.
        text: The article.
        quotes: Its quotes as the gold has them.
        subwords: What the tagger sees.
        tags: The tag of each word at its first subword, IGNORED at the others.
        cue_of: For words of content, the subword at which their cue begins; else IGNORED.
        speaker_of: For words of a cue, the subword at which the speaker begins, or NOWHERE; else IGNORED.
    """

    name: str
    text: str
    quotes: tuple[Mapping[str, list[list[int]]], ...]
    subwords: Subwords
    tags: Ids
    cue_of: Ids
    speaker_of: Ids


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article as the network learns from it, without the signs at its ends."""

    ids: Ids
    shapes: Ids
    targets: NDArray[np.int64]
    """Three rows: the tags, and the links to cues and speakers as positions in the window."""


def read_examples(part: str) -> list[Example]:
    """Read a part of the quote gold, "train" or "dev".

    Raises:
        MissingGold: It is not there.
    """
    tokenizer = load_tokenizer(MODELS / TOKENIZER_FILE)
    with gzip.open(gold_folder() / "quotes" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_example(json.loads(line), tokenizer) for line in lines]


def windows_of(example: Example, chance: np.random.Generator, marks: Marks) -> Iterator[Window]:
    """Cut an article into windows of changing size, and change some words and marks."""
    for start, end in packed(example.subwords, int(chance.integers(_MIN_WINDOW, MAX_WINDOW + 1))):
        ids = marks.changed(example.subwords.ids[start:end], example.subwords.begins_word[start:end], chance)
        targets = np.stack(
            [
                example.tags[start:end],
                _links_within(example.cue_of, start, end),
                _links_within(example.speaker_of, start, end),
            ]
        )
        yield Window(ids, example.subwords.shapes[start:end], targets)


@dataclass(frozen=True, slots=True)
class Marks:
    """The numbers of the quotation marks, so that one style can be put for another."""

    curly: tuple[int, int]
    straight: int
    curly_single: tuple[int, int]
    mask: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Marks:
        """Look the marks up."""
        number = partial(number_of, tokenizer)
        return cls((number("“"), number("”")), number('"'), (number("‘"), number("’")), number("[MASK]"))

    def changed(self, ids: Ids, begins_word: NDArray[np.bool_], chance: np.random.Generator) -> Ids:
        """The same window with a few words hidden and, now and then, another style of marks."""
        new = ids.copy()
        style = chance.random()
        if style < _SINGLE_MARKS_SHARE:
            for double, single in zip(self.curly, self.curly_single, strict=True):
                new[ids == double] = single
        elif style < _SINGLE_MARKS_SHARE + _STRAIGHT_MARKS_SHARE:
            new[np.isin(ids, self.curly)] = self.straight
        word_of = np.cumsum(begins_word)
        hidden = chance.random(int(word_of.max(initial=0)) + 1) < _MASKED_WORD_SHARE
        new[hidden[word_of] & (ids > self.mask)] = self.mask
        return new


def lines_of(text: str) -> list[Span]:
    """The lines of an article that are not blank; in the gold these are its paragraphs."""
    return [Span(*line.span()) for line in _LINE.finditer(text)]


def _example(row: Mapping[str, object], tokenizer: Tokenizer) -> Example:
    text, quotes = str(row["text"]), row["quotes"]
    assert isinstance(quotes, list)
    subwords = read_subwords(text, lines_of(text), tokenizer)
    stretches: list[Stretch] = []
    cue_of = np.full(len(subwords.ids), IGNORED, np.int64)
    speaker_of = np.full(len(subwords.ids), IGNORED, np.int64)
    for quote in quotes:
        ranges = {role: _ranges(subwords, quote[_GOLD_KEYS[role]]) for role in ROLES}
        stretches += [Stretch(*at, number) for number, role in enumerate(ROLES) for at in ranges[role]]
        for start, end in ranges["content"]:
            cue_of[start:end] = ranges["cue"][0][0] if ranges["cue"] else NOWHERE
        for start, end in ranges["cue"]:
            speaker_of[start:end] = ranges["speaker"][0][0] if ranges["speaker"] else NOWHERE
    tags = _word_tags(subwords, stretches)
    for links in (cue_of, speaker_of):
        links[~subwords.begins_word] = IGNORED
    return Example(str(row["doc"]), text, tuple(quotes), subwords, tags, cue_of, speaker_of)


def _ranges(subwords: Subwords, pairs: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    found = (range_of(subwords, Span(start, end)) for start, end in pairs)
    return [(start, end) for start, end in found if start < end]


def _word_tags(subwords: Subwords, stretches: list[Stretch]) -> Ids:
    """The tags of words; stretches count subwords here, and a word is in a role as a whole."""
    word_of = np.cumsum(subwords.begins_word) - 1
    by_words = [
        Stretch(int(word_of[stretch.start]), int(word_of[stretch.end - 1]) + 1, stretch.role)
        for stretch in stretches
    ]
    tags = np.full(len(subwords.ids), IGNORED, np.int64)
    tags[subwords.begins_word] = tags_of(int(subwords.begins_word.sum()), by_words)
    return tags


def _links_within(links: Ids, start: int, end: int) -> Ids:
    """Links as positions in a window whose first subword has number 1; number 0 is its opening sign."""
    own = links[start:end]
    is_inside = (own >= start) & (own < end)
    return np.where(own == IGNORED, IGNORED, np.where(is_inside, own - start + 1, 0))
