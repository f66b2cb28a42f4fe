"""Who "he" and "she" are: the nearest fitting person, subjects first; not inside quotations.

"He said" is rather somebody who spoke before than somebody who was spoken of.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.entities.antecedents import SUBJECTS, is_announced, may_precede, speaks
from copydesk.entities.inside import is_inside
from copydesk.entities.named import tokens_of
from copydesk.entities.nameless import find_nameless, is_nameless
from copydesk.entities.titles import Gender
from schemas.vocabulary import MentionForm, MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.records import Mention, Sentence
    from copydesk.spans import Span

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
# How far back a person is looked for, counted in sentences that mention one, and in paragraphs.
MAX_SENTENCES_BACK = 2
MAX_PARAGRAPHS_BACK = 2
CONFIDENCE_BY_CHOICES = {1: 0.75, 2: 0.6}
CONFIDENCE_AMONG_MANY = 0.45
# Taken off when nothing tells the gender of the person chosen.
UNKNOWN_GENDER_PENALTY = 0.1


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person mentioned outside quotations, and the position of the last token of the mention."""

    mention: Mention
    position: int
    is_subject: bool
    is_speaker: bool
    paragraph_no: int


def find_pronouns(
    sentences: tuple[Sentence, ...],
    persons: Iterable[Mention],
    genders: Mapping[int, Gender],
    quoted: tuple[Span, ...],
) -> tuple[Mention, ...]:
    """Find the pronouns that mean a person of the article, in order; unclear ones are left out.

    Args:
        sentences: The parsed sentences of the article.
        persons: Mentions of people by name or description.
        genders: What is known of their gender, by cluster.
        quoted: Stretches within quotation marks, in order.
    """
    people = [mention for mention in persons if mention.label is MentionLabel.PERSON]
    nameless = find_nameless(sentences, people)
    by_start = {mention.span.start: mention for mention in (*nameless.mentions, *people)}
    known = {**genders, **nameless.genders}
    earlier: deque[list[_Candidate]] = deque(maxlen=MAX_SENTENCES_BACK)
    found: list[Mention] = []
    for sentence in sentences:
        here = _candidates(sentence, by_start, quoted)
        for position, token in enumerate(sentence.tokens):
            gender = PRONOUNS.get(token.text.casefold())
            if gender is None or is_inside(quoted, token.start):
                continue
            mention = _resolved(sentence, position, _groups(sentence, position, here, earlier), known)
            if mention is not None and mention.cluster_no is not None:
                found.append(mention)
                known.setdefault(mention.cluster_no, gender)
                here = sorted(
                    [*here, _candidate(sentence, mention)], key=lambda candidate: candidate.position
                )
        if here:
            earlier.append(here)
    return tuple(mention for mention in found if not is_nameless(mention))


def _candidates(
    sentence: Sentence, by_start: Mapping[int, Mention], quoted: tuple[Span, ...]
) -> list[_Candidate]:
    return [
        _candidate(sentence, mention)
        for token in sentence.tokens
        if (mention := by_start.get(token.start)) and not is_inside(quoted, token.start)
    ]


def _candidate(sentence: Sentence, mention: Mention) -> _Candidate:
    _, last = tokens_of(sentence, mention.span)
    is_subject = sentence.tokens[last].dep in SUBJECTS
    return _Candidate(mention, last, is_subject, speaks(sentence, last), sentence.paragraph_no)


def _groups(
    sentence: Sentence, position: int, here: list[_Candidate], earlier: Iterable[list[_Candidate]]
) -> Iterator[list[_Candidate]]:
    """The candidates, best group first, the best of a group first."""
    is_speaker = speaks(sentence, position)
    yield [one for one in here if one.is_subject and is_announced(sentence, position, one.position)]
    before = [one for one in reversed(here) if may_precede(sentence, position, one.position)]
    yield _best_first(before, is_speaker=is_speaker)
    for group in reversed(list(earlier)):
        near = [one for one in group if sentence.paragraph_no - one.paragraph_no <= MAX_PARAGRAPHS_BACK]
        yield _best_first(near, is_speaker=is_speaker)


def _best_first(candidates: list[_Candidate], *, is_speaker: bool) -> list[_Candidate]:
    """Subjects first, and for somebody who speaks those before who spoke, too."""
    return sorted(candidates, key=lambda one: (not one.is_subject, is_speaker and not one.is_speaker))


def _resolved(
    sentence: Sentence, position: int, groups: Iterable[list[_Candidate]], genders: Mapping[int, Gender]
) -> Mention | None:
    token = sentence.tokens[position]
    wanted = PRONOUNS[token.text.casefold()]
    for group in groups:
        fitting = [one for one in group if genders.get(one.mention.cluster_no or 0, wanted) is wanted]
        if fitting:
            chosen = fitting[0].mention
            return replace(
                chosen,
                span=token.span,
                sentence_no=sentence.sentence_no,
                form=MentionForm.PRONOUN,
                confidence=_confidence(fitting, genders),
                role=None,
            )
    return None


def _confidence(fitting: list[_Candidate], genders: Mapping[int, Gender]) -> float:
    choices = len({candidate.mention.cluster_no for candidate in fitting})
    confidence = CONFIDENCE_BY_CHOICES.get(choices, CONFIDENCE_AMONG_MANY)
    is_known = fitting[0].mention.cluster_no in genders
    return round(confidence if is_known else confidence - UNKNOWN_GENDER_PENALTY, 3)
