"""The cleaning gold as examples for the line model: the features of lines, and what they are."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality_gold import gold_folder
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.decode import repair
from copydesk.cleaning.line_evidence import evidence_of
from copydesk.cleaning.line_features import SPECIAL_WORDS, line_features
from copydesk.cleaning.page_words import WordIndex, words_of
from copydesk.readers.html import page_record
from copydesk.readers.text import text_record
from copydesk.records import Provenance
from schemas.vocabulary import MediaType
from training.line_shapes import Line, in_other_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_features import Ids, Numbers

FILES = {"text": ("cleaning/dev_text.jsonl.gz", "raw"), "html": ("cleaning/dev_html.jsonl.gz", "html")}
# Words of fewer sites than this say more about a site than about junk.
MIN_SITES = 3
SHINGLE_WORDS = 4
# A line that the page says twice is body where most body is: so many lines above and below are asked.
_NEAR_LINES = 4
_MAX_LINE_WEIGHT = 60
_MIN_OWN_SHARE = 0.5
_WORD = re.compile(r"\w+")
_NAME_JOINT = re.compile(r",|;|\band\b|&|\|", re.IGNORECASE)


@dataclass(slots=True)
class Example:
    """One page.

    Attributes:
        site: Its registered domain; folds are cut by site.
        numbers, evidence, words: The inputs of the model, a row a line.
        body: The share of each line that the gold has in the article, 0 to 1.
        title, byline: Whether each line is the title, and whether it has the authors' names.
        n_words: The length of each line.
        is_reshaped: Whether the gold has the page in another shape.
    """

    site: str
    numbers: Numbers
    evidence: Numbers
    words: Ids
    body: Numbers
    title: Numbers
    byline: Numbers
    n_words: Numbers
    is_reshaped: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """All examples of one kind, the vocabulary that their `words` index, and the sites that use each word."""

    examples: tuple[Example, ...]
    vocabulary: tuple[str, ...]
    sites: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Page:
    site: str
    candidates: tuple[Candidate, ...]
    body: tuple[float, ...]
    title: tuple[bool, ...]
    byline: tuple[bool, ...]


def read_gold(kind: str, more_words: Iterable[str] = ()) -> Gold:
    """Read the gold of a kind, "text" or "html", and compute the features of all its pages.

    The vocabulary has the words of the pages and `more_words`, which count as those of no site.
    Every page of text also comes as its article alone, the way a clean text looks, of which nothing is junk,
    and in other shapes (`training/line_shapes.py`).

    Raises:
        MissingGold: It is not there.
    """
    file, key = FILES[kind]
    with gzip.open(gold_folder() / file, "rt", encoding="utf-8") as lines:
        rows = [{**row, "given": row.pop(key), "kind": kind} for row in map(json.loads, lines)]
    with ProcessPoolExecutor() as pool:
        pages = list(pool.map(_page, rows, chunksize=16))
        reshaped: list[_Page] = []
        if kind == "text":
            reshaped += pool.map(_page, _in_other_shapes(rows, pages), chunksize=16)
            clean = [
                row | {"given": row["text"], "title": None, "byline": None} for row in rows if _is_first(row)
            ]
            pages += pool.map(_page, clean, chunksize=16)
    sites = _sites_of_words(pages)
    sites.update((word, set()) for word in more_words if word not in sites)
    vocabulary = (*SPECIAL_WORDS, *sites)
    known = WordIndex(sites)
    every = frozenset(page.site for page in pages)
    return Gold(
        (
            *(_example(page, known, is_reshaped=False) for page in pages),
            *(_example(page, known, is_reshaped=True) for page in reshaped),
        ),
        vocabulary,
        (*(every for _ in SPECIAL_WORDS), *(frozenset(of_word) for of_word in sites.values())),
    )


def _in_other_shapes(
    rows: Sequence[Mapping[str, str]], pages: Sequence[_Page]
) -> Iterator[Mapping[str, str]]:
    """The rows of the gold, each twice in another shape."""
    for row, page in zip(rows, pages, strict=True):
        lines = [
            Line(candidate.text, candidate.block.follows_blank, share > _MIN_OWN_SHARE)
            for candidate, share in zip(page.candidates, page.body, strict=True)
        ]
        for given in in_other_shapes(lines, row["doc"]):
            yield {**row, "given": given}


def _is_first(row: Mapping[str, str]) -> bool:
    """Whether this is the first of the renderings of a page."""
    return row["doc"].endswith("#blocks")


def _page(row: Mapping[str, str]) -> _Page:
    given = repair(row["given"])
    provenance = Provenance("", row["doc"], 0, "", MediaType.TEXT)
    record = page_record(given, provenance) if row["kind"] == "html" else text_record(given, provenance)
    candidates = judge_lines(find_blocks(record))
    texts = [candidate.text for candidate in candidates]
    title, names = _key(row["title"] or ""), _names(row["byline"] or "")
    return _Page(
        row["domain"],
        candidates,
        _body_shares(texts, row["text"], title),
        tuple(_key(text) == title != "" for text in texts),
        tuple(bool(names) and all(name in _key(text) for name in names) for text in texts),
    )


def _body_shares(texts: Sequence[str], gold: str, title: str) -> tuple[float, ...]:
    """How much of each line stands in the gold, by runs of four words."""
    gold_lines = [line for no, line in enumerate(gold.split("\n")) if no >= 8 or _key(line) != title]
    known = {_key(line) for line in gold_lines}
    shingles = set(_shingles(_WORD.findall("\n".join(gold_lines))))
    shares = [_share(text, known, shingles) for text in texts]
    return tuple(_where_body_is(texts, shares))


def _share(text: str, known: set[str], shingles: set[tuple[str, ...]]) -> float:
    words = _WORD.findall(text)
    if not words:
        return 0.0
    if _key(text) in known:
        return 1.0
    own = _shingles(words)
    return sum(shingle in shingles for shingle in own) / len(own) if own else 0.0


def _where_body_is(texts: Sequence[str], shares: Sequence[float]) -> Iterable[float]:
    """The shares, with lines that the page has twice taken out of menus and teasers."""
    weights = [
        share * min(len(text.split()), _MAX_LINE_WEIGHT) for text, share in zip(texts, shares, strict=True)
    ]
    around = [
        sum(weights[max(0, no - _NEAR_LINES) : no]) + sum(weights[no + 1 : no + 1 + _NEAR_LINES])
        for no in range(len(texts))
    ]
    best: dict[str, float] = defaultdict(float)
    for text, near in zip(texts, around, strict=True):
        best[text] = max(best[text], near)
    n_same = Counter(texts)
    for text, share, near in zip(texts, shares, around, strict=True):
        is_elsewhere = n_same[text] > 1 and near < best[text] * _MIN_OWN_SHARE
        yield 0.0 if is_elsewhere else share


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[no : no + SHINGLE_WORDS]) for no in range(len(words) - SHINGLE_WORDS + 1)]


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _names(byline: str) -> list[str]:
    return [key for name in _NAME_JOINT.split(byline) if len(key := _key(name)) > 3]


def _sites_of_words(pages: Iterable[_Page]) -> dict[str, set[str]]:
    """The words of at least so many sites, most widespread first, each with its sites."""
    sites: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for word in words_of([candidate.text for candidate in page.candidates]):
            sites[word].add(page.site)
    frequent = [word for word, of_word in sites.items() if len(of_word) >= MIN_SITES]
    return {word: sites[word] for word in sorted(frequent, key=lambda word: (-len(sites[word]), word))}


def _example(page: _Page, vocabulary: WordIndex, *, is_reshaped: bool) -> Example:
    texts = [candidate.text for candidate in page.candidates]
    features = line_features(
        texts, [candidate.block.follows_blank for candidate in page.candidates], vocabulary
    )
    return Example(
        site=page.site,
        numbers=features.numbers,
        evidence=evidence_of(page.candidates),
        words=features.words,
        body=np.array(page.body, np.float32),
        title=np.array(page.title, np.float32),
        byline=np.array(page.byline, np.float32),
        n_words=np.array([len(_WORD.findall(text)) for text in texts], np.float32),
        is_reshaped=is_reshaped,
    )
