"""One sentence with the mentions in it: what every step of event finding looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.events.nationality import home_of
from copydesk.lexicons import word_set
from copydesk.syntax import head_within, tokens_within
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.records import Mention, Sentence, Token

ACTOR_LABELS = frozenset({MentionLabel.PERSON, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.NORP})
# "Win" or "lead" alone is said of elections, too.
MIN_LIKELY_SPORT_WORDS = 3
PLACE_LABELS = frozenset({MentionLabel.GPE, MentionLabel.LOC, MentionLabel.FAC})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, and which tokens belong to which mention.

    Attributes:
        text: The document's text.
        sentence: The sentence.
        mentions: All mentions of the document.
        roles: Cluster of mentions -> the first office the document gives with one of them.
        actor_at: Token position -> position in `mentions` of the actor named there.
        place_at: Head token of a place -> position in `mentions`.
        date_at: Head token of a date -> position in `mentions`.
        home: The only country that the document speaks of, if there is one.
    """

    text: str
    sentence: Sentence
    mentions: tuple[Mention, ...]
    roles: dict[int, str]
    actor_at: dict[int, int]
    place_at: dict[int, int]
    date_at: dict[int, int]
    home: str | None = None

    def token(self, position: int) -> Token:
        """The token at this position."""
        return self.sentence.tokens[position]


def is_sport(sentence: Sentence) -> bool:
    """Whether the sentence is of a report on sport, where countries attack and nobody is hurt."""
    lemmas = {token.lemma.lower() for token in sentence.tokens}
    if not lemmas.isdisjoint(word_set("sport", "sure")):
        return True
    return len(lemmas & word_set("sport", "likely")) >= MIN_LIKELY_SPORT_WORDS


def make_scenes(text: str, sentences: Iterable[Sentence], mentions: tuple[Mention, ...]) -> Iterator[Scene]:
    """Lay the mentions of a document over its sentences."""
    here: dict[int, list[int]] = {}
    roles: dict[int, str] = {}
    for number, mention in enumerate(mentions):
        here.setdefault(mention.sentence_no, []).append(number)
        if mention.role and mention.cluster_no is not None:
            roles.setdefault(mention.cluster_no, mention.role)
    home = home_of(mentions)
    for sentence in sentences:
        bare = Scene(text, sentence, mentions, roles, {}, {}, {}, home)
        yield _laid_over(bare, here.get(sentence.sentence_no, []))


def _laid_over(bare: Scene, numbers: list[int]) -> Scene:
    sentence, mentions = bare.sentence, bare.mentions
    actor_at: dict[int, int] = {}
    place_at: dict[int, int] = {}
    date_at: dict[int, int] = {}
    for number in numbers:
        mention = mentions[number]
        if mention.label in ACTOR_LABELS:
            for position in tokens_within(sentence, mention.span):
                actor_at.setdefault(position, number)
        head = head_within(sentence, mention.span)
        if head is None:
            continue
        if mention.label in PLACE_LABELS:
            place_at[head] = number
        elif mention.label is MentionLabel.DATE:
            date_at[head] = number
    return replace(bare, actor_at=actor_at, place_at=place_at, date_at=date_at)
