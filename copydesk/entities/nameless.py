"""People without a name, whom a pronoun may mean all the same, as in "my father laughed, he was old".

They are nobody's mention in the tables. Knowing them keeps "he" from meaning whoever was named before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from copydesk.entities.antecedents import SUBJECTS
from copydesk.entities.titles import Gender, is_office, office_gender
from copydesk.lexicons import lexicon
from copydesk.records import Mention
from copydesk.syntax import children_with
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.records import Sentence

_NO_CONFIDENCE = 0.0


@dataclass(frozen=True, slots=True)
class Nameless:
    """People without a name as mentions, each with a cluster number below nought, and their genders."""

    mentions: tuple[Mention, ...]
    genders: dict[int, Gender]


def find_nameless(sentences: Sequence[Sentence], persons: Sequence[Mention]) -> Nameless:
    """Find the subjects that are one person whom no name and no known description means.

    "The president" is left out: it mostly means somebody named, even if the article does not say so.
    """
    covered = {offset for mention in persons for offset in range(mention.span.start, mention.span.end)}
    numbers = count(1)
    mentions: list[Mention] = []
    genders: dict[int, Gender] = {}
    for sentence in sentences:
        for position, token in enumerate(sentence.tokens):
            if token.start in covered or not _is_somebody(sentence, position, covered):
                continue
            cluster = -next(numbers)
            mentions.append(_mention(sentence, position, cluster))
            if (gender := _gender(token.text)) is not None:
                genders[cluster] = gender
    return Nameless(tuple(mentions), genders)


def is_nameless(mention: Mention) -> bool:
    """Whether a mention is one of those that `find_nameless` made, or refers to one."""
    return mention.cluster_no is not None and mention.cluster_no < 0


def _is_somebody(sentence: Sentence, position: int, covered: set[int]) -> bool:
    token = sentence.tokens[position]
    if token.tag != "NN" or token.dep not in SUBJECTS:
        return False
    is_known_office = is_office(token.text) and any(
        sentence.tokens[child].text.lower() == "the" for child in children_with(sentence, position, {"det"})
    )
    # "The lawyer, Eva Lind, said"
    appositions = children_with(sentence, position, {"appos"})
    is_named = any(sentence.tokens[child].start in covered for child in appositions)
    return _is_person(token.text) and not is_known_office and not is_named


def _mention(sentence: Sentence, position: int, cluster: int) -> Mention:
    return Mention(
        span=sentence.tokens[position].span,
        sentence_no=sentence.sentence_no,
        label=MentionLabel.PERSON,
        form=MentionForm.NOMINAL,
        confidence=_NO_CONFIDENCE,
        cluster_no=cluster,
    )


def _is_person(word: str) -> bool:
    lower = word.casefold()
    return is_office(lower) or lower in _nouns() or _gender(word) is not None


def _gender(word: str) -> Gender | None:
    for gender in Gender:
        if word.casefold() in lexicon("titles")["people"][gender.value]:
            return gender
    return office_gender(word)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("titles")["offices"]["nouns"])
