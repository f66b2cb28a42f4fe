"""Who "the two countries" and "both sides" are: the two named last before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from copydesk.lexicons import word_set
from copydesk.syntax import children_with
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from copydesk.events.scene import Scene
    from copydesk.records import Mention

_PAIR = 2
# How far back the two may be named, in sentences.
MAX_SENTENCES_BACK = 3
_STATES = frozenset({MentionLabel.GPE, MentionLabel.NORP, MentionLabel.PERSON})


def pair_meant(scene: Scene, head: int) -> tuple[Mention, ...]:
    """Find the two whom a phrase like `both sides` stands for; empty where it is no such phrase.

    They are the only two of their kind in the sentence before the phrase, or in the one or more sentences
    before that are needed to find two. Where three are named, nobody can tell. Two states are only meant
    where the article speaks more of them than of others.
    """
    lemma = scene.token(head).lemma.lower()
    is_of_persons = lemma in word_set("event_words", "two persons")
    if not (is_of_persons or lemma in word_set("event_words", "two states")) or not _counts_two(scene, head):
        return ()
    mentions = _persons(scene.mentions) if is_of_persons else _of_main_states(scene.mentions)
    found: dict[str | int | None, Mention] = {}
    for back in range(MAX_SENTENCES_BACK + 1):
        for mention in mentions:
            is_before = mention.span.end <= scene.token(head).start
            if is_before and mention.sentence_no == scene.sentence.sentence_no - back:
                found.setdefault(mention.cluster_no if is_of_persons else mention.country, mention)
        if len(found) >= _PAIR:
            break
    if len(found) != _PAIR:
        return ()
    return tuple(found.values() if is_of_persons else (_naming(each, mentions) for each in found.values()))


def _persons(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [
        mention
        for mention in mentions
        if mention.label is MentionLabel.PERSON
        and mention.form is MentionForm.NAME
        and mention.country is not None
    ]


def _of_main_states(mentions: tuple[Mention, ...]) -> list[Mention]:
    """The mentions of the two countries that the article speaks of most, and of those named as often."""
    told = [mention for mention in mentions if mention.label in _STATES and mention.country is not None]
    counted = Counter(mention.country for mention in told)
    least = min((count for _, count in counted.most_common(_PAIR)), default=0)
    return [
        mention for mention in told if counted[mention.country] >= least and mention.form is MentionForm.NAME
    ]


def _naming(mention: Mention, others: list[Mention]) -> Mention:
    """The first mention that names the state itself, rather than its people or one of them."""
    states = [each for each in others if each.country == mention.country and each.label is MentionLabel.GPE]
    return states[0] if states else mention


def _counts_two(scene: Scene, head: int) -> bool:
    words = {
        scene.token(each).text.lower()
        for each in children_with(scene.sentence, head, ("nummod", "det", "predet"))
    }
    return "both" in words or {"the", "two"} <= words
