"""Made-up articles of which it is known which repeat each other: a corpus for measuring duplicates.

The words are made up too, but follow each other as rarely twice as words of news do. A kind of
variation says what was done to an article; `group` is what must be found.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SYLLABLES = tuple(f"{consonant}{vowel}" for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
_SMALL_WORDS = ("the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "said", "was", "by")
_FIRST_MOMENT = datetime(2009, 6, 1, 8, tzinfo=UTC)
N_VOCABULARY = 6_000
SENTENCES_IN_PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article and what is known about it.

    Attributes:
        group: Articles with the same group repeat each other; its newest is the one to count.
        kind: What was done to make it.
    """

    group: str
    kind: str
    paragraphs: tuple[str, ...]
    published_at: datetime


class ArticleMaker:
    """Makes articles and variations of them, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = [
            "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))
            for _ in range(N_VOCABULARY)
        ]
        self._n_groups = 0

    def all_kinds(self) -> list[MadeArticle]:
        """One family of every kind of variation."""
        families: tuple[Callable[[], list[MadeArticle]], ...] = (
            self.reprints,
            self.updates,
            self.rolling_updates,
            self.same_event,
            self.items_with_boilerplate,
            self.recurring_reports,
        )
        return [article for family in families for article in family()]

    def reprints(self) -> list[MadeArticle]:
        """Wire copy in four outlets: as it is, cut from the end, edited, with a line added."""
        wire = self._article("reprint", 10)
        edited = tuple(self._edited(paragraph, 1) for paragraph in wire.paragraphs)
        return [
            wire,
            self._later(wire, wire.paragraphs[: self._random.randint(6, 9)]),
            self._later(wire, edited),
            self._later(wire, (*wire.paragraphs, self._sentence())),
        ]

    def updates(self) -> list[MadeArticle]:
        """An article, and the same with its first paragraph rewritten and two more; a third, grown again."""
        first = self._article("update", 8)
        second = self._later(first, (self._paragraph(), *self._grown(first.paragraphs[1:], 2)))
        return [first, second, self._later(second, self._grown(second.paragraphs, 1))]

    def rolling_updates(self) -> list[MadeArticle]:
        """Five versions, each without a paragraph of the former and with a new one: first and last differ."""
        versions = [self._article("rolling", 12)]
        for _ in range(4):
            former = versions[-1]
            versions.append(self._later(former, (self._paragraph(), *former.paragraphs[:-1])))
        return versions

    def same_event(self) -> list[MadeArticle]:
        """Two articles of their own on one event: the same two quotations and the same background."""
        first, second = self._article("event", 9), self._article("event", 9)
        shared = first.paragraphs[6:]
        mine = (*second.paragraphs[:6], *shared)
        return [first, replace(second, paragraphs=mine)]

    def items_with_boilerplate(self) -> list[MadeArticle]:
        """Four short items with little of their own around the same long closing lines."""
        closing = self._paragraph() + " " + self._paragraph()
        items = [self._article("boilerplate", 1) for _ in range(4)]
        return [replace(item, paragraphs=(self._sentence(), closing)) for item in items]

    def recurring_reports(self) -> list[MadeArticle]:
        """Four reports of one form, only their numbers new: markets, weather, results."""
        form = [[self._sentence(24) for _ in range(SENTENCES_IN_PARAGRAPH)] for _ in range(5)]
        reports = []
        for day in range(4):
            report = self._article("recurring", 1)
            filled = tuple(
                " ".join(f"{line[:-1]} {self._random.randint(100, 9999)}." for line in part) for part in form
            )
            reports.append(
                replace(report, paragraphs=filled, published_at=_FIRST_MOMENT + timedelta(days=day))
            )
        return reports

    def _article(self, kind: str, n_paragraphs: int) -> MadeArticle:
        self._n_groups += 1
        moment = _FIRST_MOMENT + timedelta(minutes=self._random.randint(0, 100_000))
        paragraphs = tuple(self._paragraph() for _ in range(n_paragraphs))
        return MadeArticle(f"{kind}-{self._n_groups}", kind, paragraphs, moment)

    def _later(self, article: MadeArticle, paragraphs: tuple[str, ...]) -> MadeArticle:
        moment = article.published_at + timedelta(minutes=self._random.randint(20, 300))
        return replace(article, paragraphs=paragraphs, published_at=moment)

    def _grown(self, paragraphs: tuple[str, ...], n_more: int) -> tuple[str, ...]:
        at = self._random.randint(1, len(paragraphs))
        return (*paragraphs[:at], *(self._paragraph() for _ in range(n_more)), *paragraphs[at:])

    def _edited(self, paragraph: str, n_words: int) -> str:
        words = paragraph.split()
        for at in self._random.sample(range(len(words)), n_words):
            words[at] = self._random.choice(self._words)
        return " ".join(words)

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(SENTENCES_IN_PARAGRAPH))

    def _sentence(self, n_words: int = 0) -> str:
        length = n_words or self._random.randint(14, 26)
        pools = (self._words, _SMALL_WORDS)
        words = [self._random.choice(pools[self._random.random() < 0.4]) for _ in range(length)]
        return " ".join(words).capitalize() + "."
